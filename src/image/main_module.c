/* SPDX-License-Identifier: MIT */
#include "image/door_priv.h"

const struct image_calls ho_module = {.read_art = ho_art_read,
                                      .make_code = ho_code_make,
                                      .libraries = ho_image_libraries};
