; The setup for Windows: for one user, without an administrator, over a running older version as well.
;
; dev.py build windows runs makensis with:
;   VERSION, VERSION_4 (four numbers), SOURCE (the frozen folder), OUTPUT, ICON, SIZE_KB, EXE_BYTES, APP_ID,
;   PUBLISHER, COPYRIGHT,
;   TARGET (amd64-unicode where NSIS knows it), and SIGN (a command line that signs the file named after it) when there is a certificate.
; Flags and exit codes are told in docs/windows-setup.md.

Unicode true
!ifdef TARGET
  Target ${TARGET} ; 64-bit where this NSIS can make that: Wine without its 32-bit half runs nothing else
!endif
!ifdef QUICK ; for a setup that is only tried: a minute less, a half more
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; 140 KB less than with 32
!endif
ManifestSupportedOS Win10
ManifestDPIAware true
ManifestLongPathAware true
RequestExecutionLevel user
AllowSkipFiles off
CRCCheck force

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"
!include "Sections.nsh"
!include "WinVer.nsh"
!include "x64.nsh"
!include "shortcut.nsh"
!include "closing.nsh"

!define RUN_KEY "Software\Microsoft\Windows\CurrentVersion\Run"
!define APPROVED_KEY "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Qpost"
!define LINK_KEY "Software\Classes\qpost"
!define DATA "$LOCALAPPDATA\Qpost" ; as qpost/paths.py has it
!define SHORTCUT "$SMPROGRAMS\Qpost.lnk"
!define OLD ".previous"
!define NEW "$INSTDIR\new-version"
!define EXIT_STILL_RUNNING 3
!define EXIT_NOT_WRITTEN 4
!define EXIT_TOO_OLD 5
!define EXIT_OTHER_SETUP 6

Name "Qpost"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Qpost"
InstallDirRegKey HKCU "${UNINSTALL_KEY}" "InstallLocation"
BrandingText "Qpost ${VERSION}"
VIProductVersion "${VERSION_4}"
VIAddVersionKey "ProductName" "Qpost"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Qpost Setup"
VIAddVersionKey "CompanyName" "${PUBLISHER}"
VIAddVersionKey "LegalCopyright" "${COPYRIGHT}"
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

Var IsUpgrade
Var IsMoved

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Qpost.exe"
!define MUI_FINISHPAGE_RUN_TEXT "$(RunNow)"
!define MUI_FINISHPAGE_NOAUTOCLOSE
!define MUI_PAGE_CUSTOMFUNCTION_PRE SkipWhenUpgrading
!define MUI_PAGE_CUSTOMFUNCTION_LEAVE OwnFolder
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English" ; the first one is for every other language
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "Korean"
!include "strings.nsh"

!insertmacro CLOSING ""
!insertmacro CLOSING "un."

; End with an exit code, in words when somebody is there to read them.
!macro REFUSE TEXT CODE
  DetailPrint "$(${TEXT})"
  MessageBox MB_OK|MB_ICONSTOP "$(${TEXT})" /SD IDOK
  SetErrorLevel ${CODE}
  Abort "$(${TEXT})"
!macroend

Section "$(ProgramSection)" PROGRAM
  SectionIn RO
  Call HealInterrupted
  RMDir /r "${NEW}"
  ClearErrors
  SetOutPath "${NEW}" ; complete beside the older version before that is touched: a shutdown meanwhile costs nothing
  File /r "${SOURCE}\*"
  WriteUninstaller "${NEW}\uninstall.exe"
  SetOutPath "$INSTDIR"
  Call IsWritten
  Pop $0
  ${If} $0 != "yes"
    RMDir /r "${NEW}"
    !insertmacro REFUSE NotWritten ${EXIT_NOT_WRITTEN}
  ${EndIf}
  Call CloseRunning
  Pop $0
  ${If} $0 == "yes"
    Call MoveOldAway
    Pop $0
  ${EndIf}
  ${If} $0 != "yes"
    Call PutOldBack
    RMDir /r "${NEW}"
    !insertmacro REFUSE StillRunning ${EXIT_STILL_RUNNING}
  ${EndIf}
  ClearErrors
  Delete "$INSTDIR\uninstall.exe"
  Rename "${NEW}\_internal" "$INSTDIR\_internal"
  Rename "${NEW}\qpost-cli.exe" "$INSTDIR\qpost-cli.exe"
  Rename "${NEW}\uninstall.exe" "$INSTDIR\uninstall.exe"
  Rename "${NEW}\Qpost.exe" "$INSTDIR\Qpost.exe"
  ${If} ${Errors}
    Call PutOldBack
    RMDir /r "${NEW}"
    !insertmacro REFUSE NotWritten ${EXIT_NOT_WRITTEN}
  ${EndIf}
  RMDir /r "${NEW}"
  StrCpy $IsMoved ""
  Call RemoveOld
  !insertmacro SHORTCUT_WITH_ID "${SHORTCUT}" "$INSTDIR\Qpost.exe" "${APP_ID}"
  WriteRegStr HKCU "${LINK_KEY}" "" "URL:Qpost"
  WriteRegStr HKCU "${LINK_KEY}" "URL Protocol" ""
  WriteRegStr HKCU "${LINK_KEY}\DefaultIcon" "" '"$INSTDIR\Qpost.exe",0'
  WriteRegStr HKCU "${LINK_KEY}\shell\open\command" "" '"$INSTDIR\Qpost.exe" -- "%1"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "Qpost"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\Qpost.exe,0"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "${PUBLISHER}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${SIZE_KB}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1
SectionEnd

Section "$(AutostartSection)" AUTOSTART
  WriteRegStr HKCU "${RUN_KEY}" "Qpost" '"$INSTDIR\Qpost.exe" --minimised'
SectionEnd

Section "-without autostart" NO_AUTOSTART
  ${IfNot} ${SectionIsSelected} ${AUTOSTART}
    DeleteRegValue HKCU "${RUN_KEY}" "Qpost"
  ${EndIf}
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${PROGRAM} "$(ProgramAbout)"
  !insertmacro MUI_DESCRIPTION_TEXT ${AUTOSTART} "$(AutostartAbout)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

Function .onInit
  ${IfNot} ${AtLeastBuild} 17763
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel ${EXIT_TOO_OLD}
    Quit
  ${EndIf}
  !insertmacro ONE_AT_A_TIME
  StrCpy $IsUpgrade ""
  ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "DisplayVersion"
  ${If} $0 != ""
    StrCpy $IsUpgrade "yes"
    ReadRegStr $0 HKCU "${UNINSTALL_KEY}" "InstallLocation"
    ${If} $0 != ""
      StrCpy $INSTDIR $0 ; in another folder the older version would stay behind, and go on running
    ${EndIf}
  ${EndIf}
  Call OwnFolder
  Call ChooseAutostart
FunctionEnd

; Over an older version the seller's own choice stays, also that of Windows' Task Manager. The first time it is on.
Function ChooseAutostart
  ${If} $IsUpgrade == "yes"
    ReadRegStr $0 HKCU "${RUN_KEY}" "Qpost"
    ${If} $0 == ""
      !insertmacro UnselectSection ${AUTOSTART}
    ${EndIf}
  ${Else}
    DeleteRegValue HKCU "${APPROVED_KEY}" "Qpost" ; left by another installation long ago
  ${EndIf}
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/AUTOSTART" $0
  ${IfNot} ${Errors}
    DeleteRegValue HKCU "${APPROVED_KEY}" "Qpost"
    !insertmacro SelectSection ${AUTOSTART}
  ${EndIf}
  ClearErrors
  ${GetOptions} $1 "/NOAUTOSTART" $0
  ${IfNot} ${Errors}
    !insertmacro UnselectSection ${AUTOSTART}
  ${EndIf}
  ClearErrors
FunctionEnd

Function SkipWhenUpgrading
  ${If} $IsUpgrade == "yes"
    Abort
  ${EndIf}
FunctionEnd

; A folder with other people's files in it is not ours to clean: Qpost then takes a folder of its own inside.
Function OwnFolder
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIf} $IsUpgrade == ""
  ${AndIfNot} ${FileExists} "$INSTDIR\Qpost.exe"
    ${DirState} "$INSTDIR" $0
    ${If} $0 == 1
      StrCpy $INSTDIR "$INSTDIR\Qpost"
    ${EndIf}
  ${EndIf}
FunctionEnd

; Take the older version aside, whole: so nothing of it is left between the new files, and it can come back.
Function MoveOldAway
  StrCpy $IsMoved "yes"
  Call RemoveOld
  !insertmacro MOVE_EACH "" "${OLD}"
  ${If} $1 < ${MOVE_TURNS} ; not the error flag: asking for it clears it
    Push "yes"
  ${Else}
    Push "no"
  ${EndIf}
FunctionEnd

Function PutOldBack
  ${If} $IsMoved == "yes"
    !insertmacro MOVE_EACH "${OLD}" ""
    StrCpy $IsMoved ""
  ${EndIf}
FunctionEnd

; A setup that was cut off between two names left the older version aside; what it has is better than nothing.
Function HealInterrupted
  ${If} ${FileExists} "$INSTDIR\_internal\base_library.zip"
  ${AndIf} ${FileExists} "$INSTDIR\Qpost.exe"
    Return
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\Qpost.exe${OLD}"
  ${OrIf} ${FileExists} "$INSTDIR\_internal${OLD}"
    StrCpy $IsMoved "yes"
    Call PutOldBack
  ${EndIf}
FunctionEnd

Function RemoveOld
  RMDir /r "$INSTDIR\_internal${OLD}"
  Delete "$INSTDIR\Qpost.exe${OLD}"
  Delete "$INSTDIR\qpost-cli.exe${OLD}"
  ClearErrors
FunctionEnd

; "yes" when the program of this very setup lies beside the older one.
Function IsWritten
  ${If} ${Errors}
    Push "no"
    Return
  ${EndIf}
  FileOpen $0 "${NEW}\Qpost.exe" r
  ${If} ${Errors}
    Push "no"
    Return
  ${EndIf}
  FileSeek $0 0 END $1
  FileClose $0
  ${If} $1 == ${EXE_BYTES}
  ${AndIf} ${FileExists} "${NEW}\uninstall.exe"
  ${AndIf} ${FileExists} "${NEW}\_internal\base_library.zip"
    Push "yes"
  ${Else}
    Push "no"
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call PutOldBack
  RMDir /r "${NEW}"
FunctionEnd

Function .onInstSuccess
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/LAUNCH" $0
  ${IfNot} ${Errors}
    Exec '"$INSTDIR\Qpost.exe" --minimised'
  ${EndIf}
  SetErrorLevel 0
FunctionEnd

Function un.onInit
  !insertmacro ONE_AT_A_TIME
FunctionEnd

Section "Uninstall"
  Call un.CloseRunning
  Pop $0
  ${If} $0 != "yes"
    !insertmacro REFUSE StillRunning ${EXIT_STILL_RUNNING}
  ${EndIf}
  Call un.RemoveData
  DeleteRegValue HKCU "${RUN_KEY}" "Qpost"
  DeleteRegValue HKCU "${APPROVED_KEY}" "Qpost"
  DeleteRegKey HKCU "${LINK_KEY}"
  Delete "${SHORTCUT}"
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_internal${OLD}"
  RMDir /r "${NEW}"
  Delete "$INSTDIR\Qpost.exe"
  Delete "$INSTDIR\qpost-cli.exe"
  Delete "$INSTDIR\Qpost.exe${OLD}"
  Delete "$INSTDIR\qpost-cli.exe${OLD}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR" ; only when nobody put anything else there
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
SectionEnd

; Data stays unless somebody says otherwise: by the question, or by /REMOVEDATA.
Function un.RemoveData
  ${GetParameters} $1
  ClearErrors
  ${GetOptions} $1 "/REMOVEDATA" $0
  ${If} ${Errors}
    ClearErrors
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(RemoveData)" /SD IDNO IDYES remove
    Return
  ${EndIf}
  remove:
  nsExec::Exec /TIMEOUT=30000 '"$INSTDIR\Qpost.exe" --forget-secrets'
  Pop $0
  RMDir /r "${DATA}"
FunctionEnd
