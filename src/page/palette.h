/* palette.h — paints are roles; a palette gives each role its colour on screen, in grey and in print.
 * In: a theme fills it (model/).  Out: struct ho_palette.
 * SPDX-License-Identifier: MIT */
#ifndef HO_PAGE_PALETTE_H
#define HO_PAGE_PALETTE_H

#include <stdbool.h>

/* HO_ROLE(NAME, "id in a theme"). HO_PAINT_NONE, 0, paints nothing. */
#define HO_ROLES(HO_ROLE)                                                              \
    HO_ROLE(INK, "ink")             /* text, tick boxes, writing lines */              \
    HO_ROLE(SOFT, "soft")           /* second-rank text */                             \
    HO_ROLE(PAPER, "paper")         /* the sheet itself: text on bands, windows */     \
    HO_ROLE(DANGER, "danger")       /* emergency only */                               \
    HO_ROLE(STRUCTURE, "structure") /* number discs, side badges, step numbers */      \
    HO_ROLE(TINT, "tint")           /* light fill of structure */                      \
    HO_ROLE(PANEL, "panel")         /* warm grey panels */                             \
    HO_ROLE(EDGE, "edge")           /* outlines that carry meaning */                  \
    HO_ROLE(HAIRLINE, "hairline")   /* rules that may vanish on a copy */              \
    HO_ROLE(MOVE, "move")           /* figures: arrows, spine line */                  \
    HO_ROLE(FEEL, "feel")           /* figures: "feel it here" area */                 \
    HO_ROLE(FEEL_LINE, "feel-line") /* its hatch and outline */                        \
    HO_ROLE(CARE, "care")           /* triangle of "do less" */                        \
    HO_ROLE(SKIN, "skin")           /* figures: the body */                            \
    HO_ROLE(SKIN_FAR, "skin-far")   /* a tint darker: far limbs, shadow */             \
    HO_ROLE(SKIN_WET, "skin-wet")   /* under water */                                  \
    HO_ROLE(SHIRT, "shirt")                                                            \
    HO_ROLE(SHIRT_FAR, "shirt-far")                                                    \
    HO_ROLE(SHIRT_WET, "shirt-wet")                                                    \
    HO_ROLE(TROUSERS, "trousers")                                                      \
    HO_ROLE(TROUSERS_FAR, "trousers-far")                                              \
    HO_ROLE(TROUSERS_WET, "trousers-wet")                                              \
    HO_ROLE(HAIR, "hair")                                                              \
    HO_ROLE(HAIR_FAR, "hair-far")                                                      \
    HO_ROLE(SHOE, "shoe")                                                              \
    HO_ROLE(SHOE_FAR, "shoe-far")                                                      \
    HO_ROLE(SOLE, "sole")   /* soles and socks */                                      \
    HO_ROLE(CHAIR, "chair") /* figures: things */                                      \
    HO_ROLE(CHAIR_FAR, "chair-far")                                                    \
    HO_ROLE(CUSHION, "cushion")                                                        \
    HO_ROLE(WOOD, "wood")                                                              \
    HO_ROLE(WOOD_FAR, "wood-far")                                                      \
    HO_ROLE(METAL, "metal")                                                            \
    HO_ROLE(METAL_FAR, "metal-far")                                                    \
    HO_ROLE(SCREEN, "screen")                                                          \
    HO_ROLE(GLASS, "glass")                                                            \
    HO_ROLE(CHINA, "china")                                                            \
    HO_ROLE(CHINA_FAR, "china-far")                                                    \
    HO_ROLE(PILLOW, "pillow")                                                          \
    HO_ROLE(PILLOW_FAR, "pillow-far")                                                  \
    HO_ROLE(WATER, "water")                                                            \
    HO_ROLE(WATER_LINE, "water-line")                                                  \
    HO_ROLE(MAT, "mat")                                                                \
    HO_ROLE(MAT_EDGE, "mat-edge") /* and shadows on it */                              \
    HO_ROLE(MAT_LINE, "mat-line")                                                      \
    HO_ROLE(SHADOW, "shadow") /* on the floor */                                       \
    HO_ROLE(FLOOR_LINE, "floor-line")                                                  \
    HO_ROLE(FIGURE_LINE, "figure-line") /* figures: lines */                           \
    HO_ROLE(FURNITURE_LINE, "furniture-line")                                          \
    HO_ROLE(FACE_LINE, "face-line") /* lips, nose, ear */                              \
    HO_ROLE(GHOST, "ghost")         /* where the body was before */                    \
    HO_ROLE(GHOST_LINE, "ghost-line")

enum ho_role {
    HO_PAINT_NONE,
#define HO_ROLE(name, id) HO_PAINT_##name,
    HO_ROLES(HO_ROLE)
#undef HO_ROLE
        HO_PAINT_COUNT
};

/* Paints of a clinic's own logo, after the roles; no theme names them. */
enum { HO_PAINT_OWN = HO_PAINT_COUNT, HO_PAINT_OWN_COUNT = 16 };

/* Components 0..1: sRGB, designed greys for a black printer and for as little ink as can be, and a designed CMYK
 * recipe (none is a conversion). */
struct ho_colour {
    float rgb[3], grey, low, cmyk[4];
};

/* Which of a role's colours is meant on screen and office printers; LOW also turns large fills to outlines. */
extern const char *const ho_ink_names[]; /* "colour", "grey", "low"; NULL-terminated */
enum ho_ink { HO_INK_COLOUR, HO_INK_GREY, HO_INK_LOW };

struct ho_palette {
    struct ho_colour roles[HO_PAINT_OWN + HO_PAINT_OWN_COUNT];
    enum ho_ink ink;
    double line_weight; /* boxes and rules are this many times as heavy; 0: as 1 */
};

/* Every paint that a palette holds. */
enum {
    HO_PAINT_ALL = sizeof(((struct ho_palette *)0)->roles) / sizeof(struct ho_colour)
};

/* The role's name as themes write it; "none" for HO_PAINT_NONE; "own" for the paints of a logo. */
const char *ho_role_name(enum ho_role role);
/* Finds a role by that name; false if there is none. "none" is not a role. */
bool ho_role_find(const char *name, enum ho_role *out)
    __attribute__((__warn_unused_result__));
/* Writes the role's sRGB components for the palette's ink (a grey three times for HO_INK_GREY and LOW). */
void ho_palette_rgb(const struct ho_palette *palette, enum ho_role role, float out[3]);
/* The colour of a thing that has no design for grey and for print, from sRGB components: a grey as light as it, and
 * a CMYK with as much black as there can be. */
struct ho_colour ho_colour_from(float red, float green, float blue);
/* WCAG 2.1 contrast ratio of two roles with the palette's ink: 1 to 21. */
double ho_palette_contrast(const struct ho_palette *palette, enum ho_role a,
                           enum ho_role b);

#endif
