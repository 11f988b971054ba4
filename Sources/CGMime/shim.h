#pragma once
#include <gmime/gmime.h>

/* GObject's casts and questions are macros in C; Swift needs functions. */
static inline GMimeObject *plenaria_object(void *any) { return (GMimeObject *)any; }
static inline void plenaria_unref(void *any) { g_object_unref(any); }
static inline GMimeMultipart *plenaria_multipart(void *any) { return GMIME_IS_MULTIPART(any) ? (GMimeMultipart *)any : NULL; }
static inline GMimeMessagePart *plenaria_message_part(void *any) { return GMIME_IS_MESSAGE_PART(any) ? (GMimeMessagePart *)any : NULL; }
static inline GMimePart *plenaria_part(void *any) { return GMIME_IS_PART(any) ? (GMimePart *)any : NULL; }
