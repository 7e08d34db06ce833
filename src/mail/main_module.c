/* SPDX-License-Identifier: MIT */
#include "mail/door_priv.h"

const struct mail_calls ho_module = {.write = ho_mail_write,
                                     .is_address = ho_mail_is_address,
                                     .libraries = ho_mail_libraries};
