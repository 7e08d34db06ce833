/* Things around a body: chair, desk, toilet, pillow, box. Lengths in millimetres of a body 1,700 mm tall.
 * SPDX-License-Identifier: MIT */
#include "figure/body_priv.h"
#include "figure/loft_priv.h"

struct place {
    struct mesh *mesh;
    const struct skeleton *s;
    double sign; /* 1 if the working side is the right one: z and turns go with it */
};

static double given(double value, double otherwise)
{
    return isnan(value) ? otherwise : value;
}

static struct part thing(enum material material)
{
    return (struct part){GROUP_PROP, KIND_PROP, RIGHT, material};
}

static struct frame upright(double x, double y)
{
    return (struct frame){rotation_none(), v3(x, y, 0)};
}

static void box(const struct place *place, enum material material, struct frame frame,
                struct vec3 middle, struct vec3 half, double round)
{
    struct part part = thing(material);
    part.kind = KIND_BOX;
    add_box(place->mesh, part, frame, middle, half, round);
}

static void bar(const struct place *place, enum material material, struct bead from,
                struct bead to)
{
    struct bead beads[] = {from, to};
    add_tube(place->mesh, thing(material), beads, 2);
}

/* A column and five feet on castors. */
static void add_star(const struct place *place, double x, double seat)
{
    bar(place, MATERIAL_METAL, (struct bead){v3(x, seat - 60, 0), 26},
        (struct bead){v3(x, 90, 0), 30});
    for (int i = 0; i < 5; i++) {
        double a = radians(18 + 72 * i), c = cos(a), z = sin(a) * place->sign;
        bar(place, MATERIAL_METAL, (struct bead){v3(x, 92, 0), 26},
            (struct bead){v3(x + 270 * c, 62, 270 * z), 17});
        struct ellipsoid castor = {{rotation_none(), v3(x + 262 * c, 28, 262 * z)},
                                   v3(0, 0, 0),
                                   v3(30, 28, 20)};
        add_ellipsoid(place->mesh, thing(MATERIAL_SCREEN), &castor);
    }
}

/* A plain chair that cannot roll. It looks to the front before it is turned. */
static void add_plain_chair(const struct place *place, const struct ho_prop *prop,
                            double x, double seat)
{
    struct frame floor = {rotation_y(-place->sign * given(prop->yaw, 0)),
                          v3(x, 0, place->sign * given(prop->z, 0))};
    double half = given(prop->width, 420) / 2, post = seat + 430;
    box(place, MATERIAL_WOOD, floor, v3(0, seat - 16, 0), v3(210, 16, half), 10);
    for (int i = -1; i <= 1; i += 2) {
        double z = i * (half - 22);
        box(place, MATERIAL_WOOD, floor, v3(185, seat / 2 - 16, z),
            v3(17, seat / 2 - 16, 17), 5);
        box(place, MATERIAL_WOOD, floor, v3(-188, post / 2, z), v3(17, post / 2, 17),
            5);
    }
    for (int i = 0; i < 2; i++)
        box(place, MATERIAL_WOOD, floor, v3(-188, post - 50 - i * 160, 0),
            v3(11, 38, half - 30), 6);
}

/* Where it is not said, under the thighs, its back behind the pelvis. */
static void add_chair(const struct place *place, const struct ho_prop *prop)
{
    struct vec3 pelvis = place->s->pelvis.origin;
    double seat = given(prop->y, pelvis.y - 80);
    double x = given(prop->x, pelvis.x + given(prop->dx, 118));
    double half = given(prop->width, 450) / 2, recline = given(prop->recline, 6);
    struct frame floor = upright(x, 0);
    if (prop->has_four_legs) {
        add_plain_chair(place, prop, x, seat);
        return;
    }
    struct frame back = {rotation_z(recline), v3(x - 205, seat + 20, 0)};
    struct frame stem = {rotation_z(recline), v3(x - 205, seat - 40, 0)};
    box(place, MATERIAL_CHAIR, floor, v3(-10, seat - 28, 0), v3(195, 28, half), 26);
    box(place, MATERIAL_CHAIR, back, v3(-28, 300, 0), v3(24, 215, half - 30), 22);
    if (prop->has_lumbar_roll)
        bar(place, MATERIAL_CUSHION,
            (struct bead){frame_out(back, v3(14, 150, -150)), 44},
            (struct bead){frame_out(back, v3(14, 150, 150)), 44});
    box(place, MATERIAL_METAL, stem, v3(-34, 90, 0), v3(12, 110, 32), 10);
    box(place, MATERIAL_METAL, floor, v3(-100, seat - 66, 0), v3(140, 10, 40), 8);
    add_star(place, x + 10, seat);
}

static void add_screen(const struct place *place, struct frame floor, double away,
                       double top, double height)
{
    struct frame screen = {rotation_z(-6), v3(floor.origin.x + away, top, 0)};
    box(place, MATERIAL_SCREEN, screen, v3(0, height, 0), v3(12, 165, 250), 10);
    box(place, MATERIAL_GLASS, screen, v3(-13, height + 4, 0), v3(2, 148, 234), 2);
    box(place, MATERIAL_METAL, floor, v3(away + 20, top + 90, 0), v3(14, 90, 34), 10);
    box(place, MATERIAL_METAL, floor, v3(away + 10, top + 5, 0), v3(95, 6, 110), 6);
}

static void add_desk(const struct place *place, const struct ho_prop *prop)
{
    double top = given(prop->height, 720), half = given(prop->width, 600) / 2;
    double deep = given(prop->length, 700) / 2;
    struct frame floor = upright(given(prop->x, 0), 0);
    box(place, MATERIAL_WOOD, floor, v3(deep, top - 14, 0), v3(deep, 14, half), 8);
    for (int i = -1; i <= 1; i += 2)
        box(place, MATERIAL_METAL, floor,
            v3(2 * deep - 60, (top - 28) / 2, i * (half - 40)),
            v3(22, (top - 28) / 2, 22), 6);
    box(place, MATERIAL_METAL, floor, v3(120, top + 8, 0), v3(70, 9, 200), 6);
    add_screen(place, floor, given(prop->screen, 470), top,
               given(prop->screen_height, 330));
}

/* A loft upwards: height, middle, front, back, half width. */
static void add_bowl(const struct place *place, enum material material,
                     struct frame frame, const struct profile *rows, double stretch)
{
    enum { ROWS = 30 };
    struct loft loft = loft_begin(place->mesh);
    double from = rows->cells[0],
           to = rows->cells[(size_t)(rows->rows - 1) * (size_t)rows->columns];
    for (int row = -1; row <= ROWS + 1; row++) {
        double y = from + (to - from) * clamp((double)row / ROWS, 0, 1);
        double size = row < 0 || row > ROWS ? .02 : 1, width = profile_at(rows, 3, y);
        struct ring ring = {profile_at(rows, 1, y), profile_at(rows, 2, y), width,
                            width, 2.3};
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            double x, z;
            ring_point(&ring, loft_angle(i), &x, &z);
            struct vec3 local = v3(x * size, y * stretch, z * size);
            loft_add(&loft, frame_out(frame, local), local);
        }
    }
    loft_end(&loft, thing(material));
}

static void add_toilet(const struct place *place, const struct ho_prop *prop)
{
    static const double bowl[][4] = {{0, 150, 190, 105},   {25, 150, 190, 105},
                                     {60, 118, 180, 90},   {170, 120, 180, 88},
                                     {260, 190, 190, 130}, {330, 255, 195, 168},
                                     {372, 280, 195, 184}, {388, 282, 195, 186}};
    static const double ring[][4] = {{388, 278, 190, 182},
                                     {396, 290, 190, 192},
                                     {408, 290, 190, 192},
                                     {415, 284, 190, 188}};
    static const struct profile bowl_rows = PROFILE(bowl), ring_rows = PROFILE(ring);
    struct vec3 pelvis = place->s->pelvis.origin;
    double seat = pelvis.y - 84, stretch = seat / 415;
    double x = pelvis.x + given(prop->dx, 20);
    struct frame floor = upright(x, 0);
    struct frame lid = {rotation_z(12), v3(x - 175, seat + 10, 0)};
    add_bowl(place, MATERIAL_WHITE, floor, &bowl_rows, stretch);
    add_bowl(place, MATERIAL_CHAIR, floor, &ring_rows, stretch);
    box(place, MATERIAL_WHITE, floor, v3(-285, seat + 185, 0), v3(85, 175, 190), 26);
    box(place, MATERIAL_WHITE, floor, v3(-285, seat + 372, 0), v3(95, 16, 200), 12);
    box(place, MATERIAL_CHAIR, lid, v3(0, 205, 0), v3(11, 205, 180), 10);
}

/* A disc or a drum: flat ends, its axis across. */
static void add_drum(const struct place *place, enum material material,
                     struct frame middle, double radius, double half)
{
    const double rows[][2] = {{-half, .02}, {-half, 1}, {-half, 1},
                              {half, 1},    {half, 1},  {half, .02}};
    struct loft loft = loft_begin(place->mesh);
    struct part part = thing(material);
    part.kind = KIND_BOX;
    for (size_t row = 0; row < sizeof rows / sizeof *rows; row++)
        for (int i = 0; i < LOFT_COLUMNS; i++) {
            double a = loft_angle(i), r = radius * rows[row][1];
            struct vec3 local = v3(r * cos(a), r * sin(a), rows[row][0]);
            loft_add(&loft, frame_out(middle, local), local);
        }
    loft_end(&loft, part);
}

/* Of paper: the sheet hangs down in front. */
static void add_roll(const struct place *place, const struct ho_prop *prop)
{
    struct frame middle = {rotation_none(),
                           v3(prop->x, prop->y, place->sign * prop->z)};
    add_drum(place, MATERIAL_WHITE, middle, 66, 62);
    add_drum(place, MATERIAL_CHAIR, middle, 63, 63);
    add_drum(place, MATERIAL_SCREEN, middle, 24, 65);
    box(place, MATERIAL_WHITE, middle, v3(64, -54, 0), v3(2, 54, 61), 1);
}

static void add_pillow(const struct place *place, const struct ho_prop *prop)
{
    struct vec3 head = place->s->head.origin;
    double thick = given(prop->height, 40);
    struct frame frame = {rotation_none(), v3(head.x - 15, thick / 2, head.z)};
    box(place, MATERIAL_PILLOW, frame, v3(0, 0, 0), v3(150, thick / 2, 210), 30);
}

static void add_block(const struct place *place, const struct ho_prop *prop)
{
    static const enum material materials[] = {[HO_MATERIAL_CHAIR] = MATERIAL_CHAIR,
                                              [HO_MATERIAL_WOOD] = MATERIAL_WOOD,
                                              [HO_MATERIAL_METAL] = MATERIAL_METAL,
                                              [HO_MATERIAL_WHITE] = MATERIAL_WHITE,
                                              [HO_MATERIAL_PILLOW] = MATERIAL_PILLOW,
                                              [HO_MATERIAL_CUSHION] = MATERIAL_CUSHION};
    struct frame frame = {
        rotation_y(-place->sign * given(prop->yaw, 0)),
        v3(given(prop->x, 0), given(prop->y, 0), place->sign * given(prop->z, 0))};
    struct vec3 half = v3(given(prop->length, 100) / 2, given(prop->height, 100) / 2,
                          given(prop->width, 100) / 2);
    box(place, materials[prop->material], frame, v3(0, 0, 0), half,
        given(prop->round, 20));
}

void props_mesh(struct mesh *mesh, const struct ho_pose *pose, const struct skeleton *s)
{
    struct place place = {mesh, s, side_sign(s->working)};
    for (size_t i = 0; i < pose->props.count; i++) {
        const struct ho_prop *prop = &pose->props.items[i];
        switch (prop->kind) {
        case HO_PROP_CHAIR: add_chair(&place, prop); break;
        case HO_PROP_DESK: add_desk(&place, prop); break;
        case HO_PROP_TOILET: add_toilet(&place, prop); break;
        case HO_PROP_ROLL: add_roll(&place, prop); break;
        case HO_PROP_PILLOW: add_pillow(&place, prop); break;
        case HO_PROP_BOX: add_block(&place, prop); break;
        case HO_PROP_MAT:
        case HO_PROP_FLOOR:
        case HO_PROP_WATER: break;
        }
    }
}
