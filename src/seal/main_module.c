/* SPDX-License-Identifier: MIT */
#include "seal/door_priv.h"

const struct seal_calls ho_module = {.seal = ho_seal,
                                     .inspect = ho_inspect,
                                     .merge = ho_merge,
                                     .libraries = ho_seal_libraries};
