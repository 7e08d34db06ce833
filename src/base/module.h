/* module.h — stages that few runs need are shared objects of ours, loaded when they are first called: what pictures,
 * encryption and mail pull in takes longer to link than a handout takes to make.
 * Such a stage X has two files of its own: X/door.c, all that is linked into the program, holds its public functions
 * and hands each call over; X/main_module.c holds the table that it calls through, and becomes handout-X.so. Callers
 * see an ordinary stage.
 * In: the name of a stage.  Out: its table.  For the doors only.
 * SPDX-License-Identifier: MIT */
#ifndef HO_BASE_MODULE_H
#define HO_BASE_MODULE_H

#include "base/diag.h"

/* Stands in the declaration of a module's table, which is called ho_module: its one symbol that can be seen. */
#define HO_MODULE __attribute__((__visibility__("default")))

/* Returns the table of the stage's module, which stays loaded to the end of the process. NULL, with HO_MSG_NO_MODULE
 * reported, if it is not installed or lacks a library. */
const void *ho_module_open(struct ho_ctx *ctx, const char *stage);

#endif
