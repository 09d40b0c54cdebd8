// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/RecordedRun.h"

#include "app/Console.h"
#include "app/WindowRun.h"
#include "gui/MainWindow.h"
#include "gui/text/Paths.h"
#include "gui/text/PlainText.h"
#include "recorded/RecordedBackend.h"

namespace manometer::app {

namespace {

struct RecordedRun
{
    Q_DECLARE_TR_FUNCTIONS(Main)
};

QString reasonOf(const recorded::Refusal &refusal)
{
    using Kind = recorded::Refusal::Kind;
    switch (refusal.kind) {
    case Kind::Unreadable:
        return refusal.detail;
    case Kind::TooLarge:
        return RecordedRun::tr("It is larger than any recording.");
    case Kind::NotARecording:
        return RecordedRun::tr("It is not a recording of Manometer.");
    case Kind::Newer:
        return RecordedRun::tr("It was made by a later version of Manometer (format %1, this version reads "
                               "format %2). Install that version to see it.")
            .arg(refusal.version)
            .arg(recorded::formatVersion);
    case Kind::Damaged:
        break;
    }
    return RecordedRun::tr("It is damaged: %1. Ask for the file again.").arg(refusal.detail);
}

} // namespace

int runRecorded(QApplication &application, const Options &options, WindowChoices &choices)
{
    const auto backend = recorded::RecordedBackend::open(options.recordingFile);
    if (!backend) {
        const QString text =
            RecordedRun::tr("%1 cannot be shown. %2")
                .arg(gui::text::path(QFile::encodeName(options.recordingFile)), reasonOf(backend.error()));
        print(stderr, text);
        if (!options.isScripted())
            gui::text::showProblem(QApplication::applicationDisplayName(), text);
        return 1;
    }
    if (const auto skipped = (*backend)->skippedEvents(); skipped > 0)
        print(stderr, RecordedRun::tr("%Ln event(s) of a later version of Manometer are not shown.", nullptr,
                                      static_cast<int>(skipped)));
    views::FrontEnd views{(*backend)->views()};
    views.recorded = (*backend)->range();
    views.isReadOnly = true;
    return runWindow(application, options, views, choices, [](gui::MainWindow &) {});
}

} // namespace manometer::app
