/* Why: CPython for Windows is a DLL; this is the little program in front of it (python.exe, pythonw.exe). */
#include <windows.h>

typedef int (*python_main)(int, wchar_t **);

static int start(int count, wchar_t **words)
{
    HMODULE python = LoadLibraryW(L"python311.dll");
    if (python == NULL)
        return 126; /* as a shell says that something cannot be run */
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    return run == NULL ? 127 : run(count, words);
}

#ifdef WINDOWED
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#else
int wmain(int count, wchar_t **words)
{
    return start(count, words);
}
#endif
