// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes an archive for a bug report: texts of the caller (versions, sources, settings), events and samples.
// Names of files are removed from the events unless they are requested. Any thread; blocks on disk and on
// tar(1). Errors are texts; empty means success.
#pragma once

#include "views/Event.h"
#include "views/ExportView.h"
#include "views/SampleRecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace manometer::exports {

struct DiagnosticsContents
{
    QList<std::pair<QString, QByteArray>> texts{}; // file name in the archive, contents
    QList<views::Event> events{};
    views::SampleRecords samples{};
};

// Writes a gzipped tar archive atomically. Empty on success.
QString writeDiagnostics(const QString &file, const DiagnosticsContents &contents, views::FileNames names);

} // namespace manometer::exports
