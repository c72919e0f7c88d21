; Every text of the setup's own, in the four languages. The standard pages bring theirs.

!macro TEXT NAME ENGLISH JAPANESE CHINESE KOREAN
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_JAPANESE} "${JAPANESE}"
  LangString ${NAME} ${LANG_SIMPCHINESE} "${CHINESE}"
  LangString ${NAME} ${LANG_KOREAN} "${KOREAN}"
!macroend
!define TEXT "!insertmacro TEXT"

${TEXT} ProgramSection "Qpost" "Qpost" "Qpost" "Qpost"
${TEXT} ProgramAbout \
  "The program, an entry in the Start menu, and qpost:// links." \
  "プログラム本体、スタートメニューの項目、qpost:// リンク。" \
  "程序本体、开始菜单项和 qpost:// 链接。" \
  "프로그램, 시작 메뉴 항목, qpost:// 링크."
${TEXT} AutostartSection \
  "Start when I sign in to Windows" \
  "Windows へのサインイン時に起動する" \
  "登录 Windows 时启动" \
  "Windows에 로그인할 때 시작"
${TEXT} AutostartAbout \
  "Qpost then waits as an icon beside the clock and tells you of new inquiries. You can change this in its settings." \
  "時計の横にアイコンで待機し、新しいお問い合わせをお知らせします。設定からいつでも変更できます。" \
  "Qpost 会以图标形式停留在时钟旁，并提醒您新的咨询。可随时在设置中更改。" \
  "시계 옆 아이콘으로 대기하며 새 문의를 알려 드립니다. 설정에서 언제든지 바꿀 수 있습니다."
${TEXT} RunNow "Start Qpost" "Qpost を起動する" "启动 Qpost" "Qpost 시작"
${TEXT} TooOld \
  "Qpost needs Windows 10 (version 1809) or later, 64-bit." \
  "Qpost には 64 ビット版の Windows 10 (バージョン 1809) 以降が必要です。" \
  "Qpost 需要 64 位 Windows 10（版本 1809）或更高版本。" \
  "Qpost를 사용하려면 64비트 Windows 10(버전 1809) 이상이 필요합니다."
${TEXT} Closing \
  "Asking the running Qpost to close ..." \
  "実行中の Qpost に終了を依頼しています..." \
  "正在请求运行中的 Qpost 关闭..." \
  "실행 중인 Qpost에 종료를 요청하는 중..."
${TEXT} StillRunning \
  "Qpost is still running and cannot be replaced. Close it (also beside the clock), then try again. Nothing was changed." \
  "Qpost がまだ実行中のため、入れ替えられません。Qpost を終了し（時計の横のアイコンも）、もう一度お試しください。何も変更されていません。" \
  "Qpost 仍在运行，无法替换。请关闭它（包括时钟旁的图标）后重试。未做任何更改。" \
  "Qpost가 아직 실행 중이어서 교체할 수 없습니다. 시계 옆 아이콘까지 종료한 뒤 다시 시도하세요. 변경된 것은 없습니다."
${TEXT} OtherSetup \
  "Another setup of Qpost is running. Wait until it is done, then try again." \
  "Qpost の別のセットアップが実行中です。終わるのを待って、もう一度お試しください。" \
  "另一个 Qpost 安装程序正在运行。请等它完成后重试。" \
  "다른 Qpost 설치 프로그램이 실행 중입니다. 끝난 뒤 다시 시도하세요."
${TEXT} NotWritten \
  "The files of Qpost could not be written completely. The version that was there before is back in place." \
  "Qpost のファイルを完全に書き込めませんでした。以前のバージョンに戻しました。" \
  "未能完整写入 Qpost 的文件。已恢复之前的版本。" \
  "Qpost 파일을 모두 쓰지 못했습니다. 이전 버전으로 되돌렸습니다."
${TEXT} RemoveData \
  "Also remove the data of Qpost on this computer?$\r$\n$\r$\nDrafts, replies not sent yet, templates not yet shared, settings and the saved sign-in would be lost. With No they stay for the next installation." \
  "このコンピューター上の Qpost のデータも削除しますか？$\r$\n$\r$\n下書き、未送信の返信、未共有のテンプレート、設定、保存したログイン情報が失われます。「いいえ」を選ぶと次回のインストールのために残ります。" \
  "是否同时删除这台电脑上的 Qpost 数据？$\r$\n$\r$\n草稿、尚未发送的回复、尚未共享的模板、设置和已保存的登录信息都会丢失。选择“否”则保留，供下次安装使用。" \
  "이 컴퓨터의 Qpost 데이터도 삭제할까요?$\r$\n$\r$\n초안, 아직 보내지 않은 답변, 공유하지 않은 템플릿, 설정, 저장된 로그인 정보가 사라집니다. '아니요'를 선택하면 다음 설치를 위해 남겨 둡니다."
