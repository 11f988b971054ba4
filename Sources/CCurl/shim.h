#pragma once
#include <curl/curl.h>

/* curl_easy_setopt and curl_easy_getinfo are variadic; Swift needs one function for each kind of value. */
static inline CURLcode plenaria_set_text(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode plenaria_set_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode plenaria_set_list(CURL *h, CURLoption o, struct curl_slist *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode plenaria_set_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
typedef size_t (*plenaria_read)(char *, size_t, size_t, void *);
static inline CURLcode plenaria_set_read(CURL *h, plenaria_read v) { return curl_easy_setopt(h, CURLOPT_READFUNCTION, v); }
/* What the server says, line by line, comes through the function for a header's lines. */
static inline CURLcode plenaria_set_answers(CURL *h, plenaria_read v, void *p) {
    curl_easy_setopt(h, CURLOPT_HEADERDATA, p);
    return curl_easy_setopt(h, CURLOPT_HEADERFUNCTION, v);
}
static inline CURLcode plenaria_response(CURL *h, long *v) { return curl_easy_getinfo(h, CURLINFO_RESPONSE_CODE, v); }
