; A shortcut that carries the program's AppUserModelID: only with it do toasts bear Qpost's name and icon, and do
; the pinned icon and the running window share one place in the taskbar. CreateShortcut cannot set it.

!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

!macro SHORTCUT_WITH_ID LINK TARGET ID
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IShellLink::SetPath} $0 '("${TARGET}")'
    ${IShellLink::SetWorkingDirectory} $0 '("$INSTDIR")'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r1)'
    ${If} $1 P<> 0
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r2'
      System::Call '*(&w256 "${ID}")p.r4'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r3'
      ${IPropertyStore::SetValue} $1 '($2,$3)'
      System::Free $2
      System::Free $3
      System::Free $4
      ${IPropertyStore::Commit} $1 ""
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Save} $1 '("${LINK}",1)'
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
  ${IfNot} ${FileExists} "${LINK}"
    CreateShortcut "${LINK}" "${TARGET}"
  ${EndIf}
!macroend
