/* Why: Windows 10 brings icuuc.dll and Wine 8 does not, yet Qt6Core is linked to it. Qt asks it for converters of
   old encodings only; here every one of them "cannot be opened", which Qt takes as "not known". */
#include <stddef.h>

#define CANNOT_OPEN 4 /* U_FILE_ACCESS_ERROR */
#define STAND_IN(name) __declspec(dllexport) void *name(void) { return NULL; }

__declspec(dllexport) void *ucnv_open(const char *encoding, int *error)
{
    (void)encoding;
    if (error != NULL)
        *error = CANNOT_OPEN;
    return NULL;
}

__declspec(dllexport) int ucnv_countAvailable(void) { return 0; }

STAND_IN(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
STAND_IN(UCNV_TO_U_CALLBACK_SUBSTITUTE)
STAND_IN(ucnv_cbFromUWriteUChars)
STAND_IN(ucnv_cbToUWriteUChars)
STAND_IN(ucnv_close)
STAND_IN(ucnv_fromUCountPending)
STAND_IN(ucnv_fromUnicode)
STAND_IN(ucnv_getAvailableName)
STAND_IN(ucnv_getMaxCharSize)
STAND_IN(ucnv_getName)
STAND_IN(ucnv_getStandardName)
STAND_IN(ucnv_getToUCallBack)
STAND_IN(ucnv_reset)
STAND_IN(ucnv_setFromUCallBack)
STAND_IN(ucnv_setToUCallBack)
STAND_IN(ucnv_toUCountPending)
STAND_IN(ucnv_toUnicode)
