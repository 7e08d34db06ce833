/* SPDX-License-Identifier: MIT */
#include "pdf/press_priv.h"
#include "pdf/syntax_priv.h"
#include "pdf/writer_priv.h"

static void put_image(struct ho_text *body, const struct ho_image *image,
                      const char *colours)
{
    ho_text_add(body, "/Type /XObject /Subtype /Image /BitsPerComponent 8\n/Width ");
    ho_put_int(body, image->width);
    ho_text_add(body, "/Height ");
    ho_put_int(body, image->height);
    ho_text_add_format(body, "/ColorSpace /%s\n", colours);
}

static HPDF_Dict make_stream(struct ho_writer *writer, struct ho_text *body,
                             const char *filter, struct ho_bytes data)
{
    ho_haru_digest(&writer->haru, data);
    HPDF_Dict stream =
        ho_writer_stream(writer, body, filter, data, &writer->sizes.images);
    ho_haru_set_xobject(stream);
    return stream;
}

/* PDF/X-1a knows no transparency: what is half clear lies on white paper. */
static unsigned char *flatten(struct ho_arena *arena, const struct ho_image *image)
{
    size_t depth = (size_t)image->components,
           length = (size_t)image->width * image->height * depth;
    unsigned char *flat = ho_alloc(arena, length ? length : 1, 1);
    for (size_t i = 0; i < length; i++) {
        unsigned alpha = image->alpha.length ? image->alpha.data[i / depth] : 255;
        flat[i] = (unsigned char)((image->pixels.data[i] * alpha + 255 * (255 - alpha) +
                                   127) /
                                  255);
    }
    return flat;
}

/* Greys are tints of black; colours become inks by the print shop's profile, without which ho_press_fault refuses
 * them. */
static HPDF_Dict make_press_image(struct ho_writer *writer,
                                  const struct ho_image *image)
{
    struct ho_text body = {.arena = writer->arena};
    size_t count = (size_t)image->width * image->height;
    struct ho_bytes pixels = {flatten(writer->arena, image),
                              count * (size_t)image->components};
    put_image(&body, image, image->components == 1 ? "DeviceGray" : "DeviceCMYK");
    if (image->components == 3) {
        unsigned char *inks = ho_alloc(writer->arena, 4 * count + 1, 1);
        ho_press_transform_pixels(writer->press->transform, pixels.data, count, inks);
        pixels = (struct ho_bytes){inks, 4 * count};
    }
    return make_stream(writer, &body, "FlateDecode",
                       ho_haru_deflate(&writer->haru, pixels));
}

HPDF_Dict ho_image_object(struct ho_writer *writer, const struct ho_image *image)
{
    HPDF_Dict object = ho_made_find(&writer->images, image);
    if (object)
        return object;
    if (writer->press) {
        object = make_press_image(writer, image);
        ho_made_add(writer, &writer->images, image, object);
        return object;
    }
    struct ho_text body = {.arena = writer->arena};
    put_image(&body, image, image->components == 1 ? "DeviceGray" : "DeviceRGB");
    if (image->alpha.length) {
        struct ho_text mask = {.arena = writer->arena};
        put_image(&mask, image, "DeviceGray");
        struct ho_bytes data = ho_haru_deflate(&writer->haru, image->alpha);
        ho_text_add(&body, "/SMask ");
        ho_put_ref(&body, ho_haru_id(make_stream(writer, &mask, "FlateDecode", data)));
        ho_text_add(&body, "\n");
    }
    if (image->jpeg.length)
        object = make_stream(writer, &body, "DCTDecode", image->jpeg);
    else
        object = make_stream(writer, &body, "FlateDecode",
                             ho_haru_deflate(&writer->haru, image->pixels));
    ho_made_add(writer, &writer->images, image, object);
    return object;
}
