/* SPDX-License-Identifier: MIT */
#include "mail/door_priv.h"

const struct mail_calls ho_module = {.write = ho_mail_write,
                                     .libraries = ho_mail_libraries};
