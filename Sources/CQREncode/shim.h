#pragma once
#include <errno.h>
#include <qrencode.h>
