; The installer for Windows: for one user, without administrator rights, silent if asked.
; NOT RUN HERE: written on Linux; the CI file builds and tries it.
;
;     iscc /DVersion=0.1.0 packaging\windows\wa-composer.iss
;     wa-composer-0.1.0-setup.exe /VERYSILENT /SUPPRESSMSGBOXES /NORESTART
;
; Before it, dist\wa-composer must hold the frozen program (see packaging\README.md).

#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
#define Name "WA Composer"
#define Model "wa-composer"
#define Type "WAComposer.Message"

[Setup]
AppId={{7C0B6E0B-2F0D-4E62-9C3C-5B0F1D0A9E41}
AppName={#Name}
AppVersion={#Version}
AppPublisher=The WA Composer authors
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\{#Name}
DisableDirPage=auto
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
ChangesEnvironment=yes
CloseApplications=yes
RestartApplications=no
SetupLogging=yes
SourceDir=..\..
LicenseFile=LICENSE
OutputDir=dist
OutputBaseFilename=wa-composer-{#Version}-setup
SetupIconFile=build\freeze\wa-composer\wa-composer.ico
UninstallDisplayIcon={app}\wa-composer-gui.exe
UninstallDisplayName={#Name}
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; With a certificate: iscc "/Ssigner=signtool sign /fd SHA256 /tr URL /td SHA256 $f" /DSign
#ifdef Sign
SignTool=signer
SignedUninstaller=yes
#endif

[Tasks]
Name: "desktop"; Description: "Put an icon on the desktop"; Flags: unchecked
Name: "path"; Description: "Let wa-composer be typed in terminals"

[InstallDelete]
; Libraries of an older version must not stay beside those of a newer one.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "dist\wa-composer\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\{#Name}"; Filename: "{app}\wa-composer-gui.exe"; AppUserModelID: "{#Model}"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\wa-composer-gui.exe"; AppUserModelID: "{#Model}"; Tasks: desktop

[Registry]
Root: HKCU; Subkey: "Software\Classes\.wamsg\OpenWithProgids"; ValueType: string; ValueName: "{#Type}"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\{#Type}"; ValueType: string; ValueData: "{#Name} message"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\{#Type}\DefaultIcon"; ValueType: string; ValueData: "{app}\wa-composer-gui.exe,0"
Root: HKCU; Subkey: "Software\Classes\{#Type}\shell\open\command"; ValueType: string; ValueData: """{app}\wa-composer-gui.exe"" ""%1"""
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Tasks: path; Check: NotOnPath

[Run]
Filename: "{app}\wa-composer-gui.exe"; Description: "Open {#Name}"; Flags: nowait postinstall skipifsilent

[Code]
function NotOnPath: Boolean;
var
  Path: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    Path := '';
  Result := Pos(';' + Lowercase(ExpandConstant('{app}')) + ';', ';' + Lowercase(Path) + ';') = 0;
end;

procedure TakeOffPath;
var
  Path, Folder: String;
begin
  if not RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
    exit;
  Folder := ';' + ExpandConstant('{app}');
  if StringChangeEx(Path, Folder, '', True) > 0 then
    RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
begin
  if Step = usPostUninstall then
  begin
    TakeOffPath;
    if not UninstallSilent then
      MsgBox('What you wrote was left where it is:' + #13#10 +
        ExpandConstant('{localappdata}\wa-composer') + #13#10#13#10 +
        'Keys of accounts are in the Credential Manager of Windows.', mbInformation, MB_OK);
  end;
end;
