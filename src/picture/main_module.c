/* SPDX-License-Identifier: MIT */
#include "picture/door_priv.h"

const struct picture_calls ho_module = {
    .png = ho_picture_png, .svg = ho_picture_svg, .libraries = ho_picture_libraries};
