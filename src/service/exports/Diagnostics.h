// SPDX-License-Identifier: GPL-3.0-or-later
//
// One archive for a bug report: texts that the caller has (versions, sources, settings), the last day's
// events and samples. Without the names of files unless they are asked for. Blocks on disk and on tar(1); any
// thread.
#pragma once

#include "views/Event.h"
#include "views/ExportView.h"
#include "views/SampleRecord.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace manometer::service {

struct DiagnosticsContents
{
    QList<std::pair<QString, QByteArray>> texts{}; // the name of a file in the archive, and what it says
    QList<views::Event> events{};
    views::SampleRecords samples{};
};

// A gzipped tar archive, whole or not at all. Empty on success.
QString writeDiagnostics(const QString &file, const DiagnosticsContents &contents, views::FileNames names);

// The same event without any name of a file or a folder, and without the operator's words.
views::Event withoutNames(views::Event event);

} // namespace manometer::service
