/* SPDX-License-Identifier: MIT */
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

HPDF_Dict ho_image_object(struct ho_writer *writer, const struct ho_image *image)
{
    HPDF_Dict object = ho_made_find(&writer->images, image);
    if (object)
        return object;
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
