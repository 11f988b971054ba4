#pragma once
#include <gmime/gmime.h>

/* GObject's casts are macros in C; Swift needs functions. */
static inline GMimeObject *plenaria_object(void *any) { return (GMimeObject *)any; }
static inline void plenaria_unref(void *any) { g_object_unref(any); }
