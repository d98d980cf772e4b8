/** What is said about employers and their cases, in Indonesian. */
export const COMPLIANCE_ID = {
  event: {
    EmployerRecorded: '{who} mencatat badan usaha {employer}',
    EmployerChanged: '{who} mengubah data badan usaha: {fields}',
    EmployersMerged: '{who} menyatukan data ganda ke {into}',
    EmployersKeptApart: '{who} menetapkan bahwa badan usaha ini bukan data ganda dari {other}',
    EmployersImported:
      '{who} memuat daftar {source}: {rows} baris, {created} baru, {updated} berubah, {cases} kasus dibuka',
    CaseOpened: '{who} membuka kasus: {violations}, {workers} pekerja belum terdaftar',
    ViolationsChanged: '{who} mengubah pelanggaran menjadi: {violations}',
    StepTaken: '{who} mencatat {step} bertanggal {on}',
    ReceiptRecorded: '{who} mencatat pengiriman {step}: diterima {receivedOn}',
    StepFrozen: '{who} mengunggah naskah bertanda tangan untuk {step}',
    AttendanceRecorded: '{who} mencatat {step}: {attendance}',
    DeadlineFired: 'Tenggat {step} lewat pada {ended}',
    DeadlinesMoved: '{who} menerima perubahan {moves} tenggat menurut {basis}',
    CaseVerified: '{who} memverifikasi {proof}: {workers} pekerja terdaftar, {workersMissing} belum',
    CaseClosed: '{who} menutup kasus: {reason}',
    CaseReopened: '{who} membuka kembali kasus: {reason}',
    HandoverProposed: '{who} mengusulkan penyerahan {cases} kasus ke Kejaksaan',
    HandoverWithdrawn: '{who} menarik usulan penyerahan {cases} kasus',
    HandoverConfirmed: '{who} mengesahkan penyerahan {cases} kasus ke Kejaksaan per {on}',
    DossierSealed: 'Berkas perkara disegel: {files} lampiran',
    DossierRead: '{who} {reading} berkas perkara',
    CounterChecked: '{who} memeriksa NIB di loket: {answer}',
    LadderSettingChanged: '{who} mengatur {setting} mulai {from}: {clock}',
  },
} as const;
