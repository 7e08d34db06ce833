/* JPEG by libjpeg. The whole picture is decoded, even if its bytes are passed through later: half a logo at the
 * printer's would be found too late.
 * SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

#include <jpeglib.h>

#include <jerror.h>

#include "image/exif_priv.h"
#include "image/image_priv.h"

/* libjpeg leaves by error_exit, which must not return. All that has a destructor stands outside of `decode`. */
struct decoder {
    struct jpeg_decompress_struct jpeg; /* first: libjpeg hands this back */
    struct jpeg_error_mgr errors;
    struct jpeg_progress_mgr progress;
    jmp_buf leave;
    const char *fault;
};

static void leave(j_common_ptr jpeg)
{
    struct decoder *decoder = (struct decoder *)jpeg;
    if (!decoder->fault)
        decoder->fault = jpeg->err->msg_code == JERR_BAD_PRECISION
                             ? "the JPEG has not 8 bits a component"
                             : "the JPEG is damaged";
    longjmp(decoder->leave, 1);
}

/* libjpeg goes on after what it calls a warning, with grey blocks where the data break off. */
static void heed_message(j_common_ptr jpeg, int level)
{
    struct decoder *decoder = (struct decoder *)jpeg;
    int code = jpeg->err->msg_code;
    if (level >= 0 || code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM ||
        code == JWRN_JFIF_MAJOR)
        return;
    decoder->fault = code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER
                         ? "the JPEG ends too early, or is damaged"
                         : "the JPEG is damaged";
    longjmp(decoder->leave, 1);
}

/* No encoder writes more than ten scans; a thousand of a few bytes each would take for ever. */
static void limit_scans(j_common_ptr jpeg)
{
    struct decoder *decoder = (struct decoder *)jpeg;
    if (decoder->jpeg.input_scan_number <= 64)
        return;
    decoder->fault = "the JPEG has too many scans";
    longjmp(decoder->leave, 1);
}

static void open_decoder(struct decoder *decoder, const struct ho_source *source)
{
    decoder->jpeg.err = jpeg_std_error(&decoder->errors);
    decoder->errors.error_exit = leave;
    decoder->errors.emit_message = heed_message;
    jpeg_create_decompress(&decoder->jpeg);
    decoder->progress.progress_monitor = limit_scans;
    decoder->jpeg.progress = &decoder->progress;
    jpeg_save_markers(&decoder->jpeg, JPEG_APP0 + 1, 0xFFFF);
    jpeg_mem_src(&decoder->jpeg, (const unsigned char *)source->text, source->length);
}

static void read_header(struct decoder *decoder, const struct ho_source *source)
{
    if (setjmp(decoder->leave))
        return;
    open_decoder(decoder, source);
    jpeg_read_header(&decoder->jpeg, TRUE);
}

/* Fills `pixels`; afterwards `*used` bytes of the source have been the picture. */
static void decode(struct decoder *decoder, unsigned char *pixels, size_t stride)
{
    if (setjmp(decoder->leave))
        return;
    jpeg_start_decompress(&decoder->jpeg);
    while (decoder->jpeg.output_scanline < decoder->jpeg.output_height) {
        JSAMPROW row = pixels + decoder->jpeg.output_scanline * stride;
        jpeg_read_scanlines(&decoder->jpeg, &row, 1);
    }
    jpeg_finish_decompress(&decoder->jpeg);
}

static void close_decoder(struct decoder *decoder)
{
    jpeg_destroy_decompress(&decoder->jpeg);
}

/* A DCTDecode filter takes three components without an Adobe marker for YCbCr (ISO 32000-1 table 13), and need not
 * know arithmetic coding. */
static bool can_pass(const struct jpeg_decompress_struct *jpeg, int orientation)
{
    bool is_plain_rgb = jpeg->jpeg_color_space == JCS_RGB && !jpeg->saw_Adobe_marker;
    return orientation == 1 && !jpeg->arith_code && !is_plain_rgb;
}

/* Where the segment that begins at `at` ends; 0 if none begins there. */
static size_t segment_end(const unsigned char *data, size_t length, size_t at)
{
    if (at + 4 > length || data[at] != 0xFF || data[at + 1] < 0xC0 ||
        data[at + 1] == 0xFF)
        return 0;
    size_t end = at + 2 + ((size_t)data[at + 2] << 8 | data[at + 3]);
    return end <= length ? end : 0;
}

/* The JPEG without what is not the picture: where and when a photograph was taken is nobody's business, and a preview
 * can be larger than the picture. JFIF and Adobe's marker say how to decode it, so they stay. */
static struct ho_bytes strip(struct ho_arena *arena, const unsigned char *data,
                             size_t length)
{
    enum { SOS = 0xDA, JFIF = 0xE0, ADOBE = 0xEE, APP15 = 0xEF, COMMENT = 0xFE };
    struct ho_text out = {.arena = arena};
    size_t at = 2, end;
    ho_text_add_bytes(&out, data, 2);
    for (; (end = segment_end(data, length, at)) && data[at + 1] != SOS; at = end) {
        unsigned char marker = data[at + 1];
        bool is_extra =
            (marker > JFIF && marker <= APP15 && marker != ADOBE) || marker == COMMENT;
        if (!is_extra)
            ho_text_add_bytes(&out, data + at, end - at);
    }
    ho_text_add_bytes(&out, data + at, length - at);
    return (struct ho_bytes){(const unsigned char *)out.items, out.count};
}

static int find_orientation(const struct jpeg_decompress_struct *jpeg)
{
    for (jpeg_saved_marker_ptr m = jpeg->marker_list; m; m = m->next)
        if (m->marker == JPEG_APP0 + 1)
            return exif_orientation((struct ho_bytes){m->data, m->data_length});
    return 1;
}

/* Decodes after the header; the decoder is closed by the caller. */
static bool read_picture(struct ho_ctx *ctx, const struct ho_source *source,
                         struct decoder *decoder, struct ho_image *out)
{
    struct jpeg_decompress_struct *jpeg = &decoder->jpeg;
    if (jpeg->num_components == 4) {
        ho_report(ctx, HO_MSG_IMAGE_CMYK, ho_source_whole(source),
                  "save it in RGB or in grey");
        return false;
    }
    if (!has_size(ctx, source, jpeg->image_width, jpeg->image_height))
        return false;
    if (jpeg->num_components != 1 && jpeg->num_components != 3)
        return refuse(ctx, source, "the JPEG is neither grey nor in RGB");
    int orientation = find_orientation(jpeg);
    bool passes = can_pass(jpeg, orientation);
    size_t components = jpeg->num_components == 1 ? 1 : 3,
           stride = jpeg->image_width * components;
    unsigned char *pixels = ho_alloc_array(ctx->arena, jpeg->image_height, stride, 1);
    jpeg->out_color_space = components == 1 ? JCS_GRAYSCALE : JCS_RGB;
    decode(decoder, pixels, stride);
    if (decoder->fault)
        return refuse(ctx, source, decoder->fault);
    *out = (struct ho_image){.width = jpeg->image_width,
                             .height = jpeg->image_height,
                             .components = (int)components,
                             .pixels = {pixels, jpeg->image_height * stride}};
    if (passes)
        out->jpeg = strip(ctx->arena, (const unsigned char *)source->text,
                          source->length - jpeg->src->bytes_in_buffer);
    turn_upright(ctx->arena, out, orientation);
    return true;
}

bool read_jpeg(struct ho_ctx *ctx, const struct ho_source *source, struct ho_image *out)
{
    struct decoder decoder = {0};
    bool ok;
    read_header(&decoder, source);
    ok = decoder.fault ? refuse(ctx, source, decoder.fault)
                       : read_picture(ctx, source, &decoder, out);
    close_decoder(&decoder);
    return ok;
}

const char *jpeg_version(struct ho_arena *arena)
{
#ifdef LIBJPEG_TURBO_VERSION_NUMBER
    int version = LIBJPEG_TURBO_VERSION_NUMBER; /* such as 2001005 */
    return ho_format(arena, "libjpeg-turbo %d.%d.%d", version / 1000000,
                     version / 1000 % 1000, version % 1000);
#else
    return ho_format(arena, "libjpeg %d", JPEG_LIB_VERSION / 10);
#endif
}
