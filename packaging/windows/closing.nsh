; Closing a running Qpost and taking its files out of the way, the same for setup and uninstaller.
; UN is "" or "un."; the functions answer on the stack with "yes" or "no".

!define QUIT_WITHIN_MS 30000
!define FREE_WITHIN_TURNS 50 ; of 200 ms
!define FREE_AFTER_KILL_TURNS 25
!define MOVE_TURNS 10
!define MUTEX "Qpost-setup"
!define OTHER_ENDS_WITHIN_MS 3000
!define WAIT_TIMED_OUT 258
!define ASKS_FIRST 2 ; what Qpost.exe --quit ends with then

!macro CLOSING UN

; "yes" when no program of the folder runs any more. A file that cannot be opened for writing is being run.
Function ${UN}IsFree
  Push $0
  Push $1
  StrCpy $1 "yes"
  ${If} ${FileExists} "$INSTDIR\Qpost.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\Qpost.exe" a
    ${If} ${Errors}
      StrCpy $1 "no"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\qpost-cli.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\qpost-cli.exe" a
    ${If} ${Errors}
      StrCpy $1 "no"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ClearErrors
  Exch $1
  Exch
  Pop $0
FunctionEnd

; Wait until the folder is free, at most as many turns as the stack says.
Function ${UN}WaitUntilFree
  Exch $2
  ${Do}
    Call ${UN}IsFree
    Pop $3
    ${If} $3 == "yes"
    ${OrIf} $2 <= 0
      ${Break}
    ${EndIf}
    Sleep 200
    IntOp $2 $2 - 1
  ${Loop}
  StrCpy $2 $3
  Exch $2
FunctionEnd

; Ask the program to end, as its own menu does: what was typed is written down first. One that answers and goes on asks
; its user something, and is never ended by force; one that does not answer is, after a second try. Drafts are on the
; disk a second after they were typed.
Function ${UN}CloseRunning
  ${IfNot} ${FileExists} "$INSTDIR\Qpost.exe"
    Push "yes"
    Return
  ${EndIf}
  DetailPrint "$(Closing)"
  Call ${UN}AskToQuit
  Pop $0
  ${If} $0 != "yes"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(StillRunning)" /SD IDRETRY IDRETRY again
    Push "no"
    Return
    again: ; also when nobody is there: another start may have taken the place of the one that ended
    Call ${UN}AskToQuit
    Pop $0
  ${EndIf}
  ${If} $0 == "no"
    nsExec::Exec /TIMEOUT=10000 '"$SYSDIR\taskkill.exe" /F /IM Qpost.exe'
    Pop $0
    nsExec::Exec /TIMEOUT=10000 '"$SYSDIR\taskkill.exe" /F /IM qpost-cli.exe'
    Pop $0
    Push ${FREE_AFTER_KILL_TURNS}
    Call ${UN}WaitUntilFree
    Pop $0
  ${EndIf}
  ${If} $0 != "yes"
    StrCpy $0 "no"
  ${EndIf}
  Push $0
FunctionEnd

; "yes" when the folder is free, "asks" when the program heard us and goes on, "no" when it does not answer.
Function ${UN}AskToQuit
  nsExec::Exec /TIMEOUT=${QUIT_WITHIN_MS} '"$INSTDIR\Qpost.exe" --quit'
  Pop $4
  Push ${FREE_WITHIN_TURNS}
  Call ${UN}WaitUntilFree
  Pop $0
  ${If} $0 == "no"
  ${AndIf} $4 == ${ASKS_FIRST}
    StrCpy $0 "asks"
  ${EndIf}
  Push $0
FunctionEnd

!macroend

; Rename what a setup wrote from NAME+FROM to NAME+TO, as far as it is there, and try again what refuses: a virus
; scanner looks at what was just closed. $1 is below MOVE_TURNS when all of it was renamed, $2 is used as well.
!macro MOVE_EACH FROM TO
  StrCpy $1 0
  ${Do}
    StrCpy $2 "moved"
    !insertmacro MOVE_ONE "$INSTDIR\_internal" "${FROM}" "${TO}"
    !insertmacro MOVE_ONE "$INSTDIR\Qpost.exe" "${FROM}" "${TO}"
    !insertmacro MOVE_ONE "$INSTDIR\qpost-cli.exe" "${FROM}" "${TO}"
    ${If} $2 == "moved"
      ${Break}
    ${EndIf}
    Sleep 500
    IntOp $1 $1 + 1
  ${LoopUntil} $1 >= ${MOVE_TURNS}
  ClearErrors
!macroend

!macro MOVE_ONE PATH FROM TO
  ${If} ${FileExists} "${PATH}${FROM}"
    !if "${TO}" == ""
      RMDir /r "${PATH}" ; whatever part of the newer one got there
      Delete "${PATH}"
    !endif
    ClearErrors
    Rename "${PATH}${FROM}" "${PATH}${TO}"
    ${If} ${Errors}
      StrCpy $2 "refused"
    ${EndIf}
  ${EndIf}
!macroend

; Leave when another setup or uninstaller is at work; one that is just ending is waited for. Windows gives the mutex
; back when its process ends, however it ends. Qpost looks for it too (qpost/services/setup.py).
!macro ONE_AT_A_TIME
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "${MUTEX}") p.r0'
  System::Call 'kernel32::WaitForSingleObject(p r0, i ${OTHER_ENDS_WITHIN_MS}) i.r1'
  ${If} $1 = ${WAIT_TIMED_OUT}
    MessageBox MB_OK|MB_ICONSTOP "$(OtherSetup)" /SD IDOK
    SetErrorLevel ${EXIT_OTHER_SETUP}
    Quit
  ${EndIf}
!macroend
