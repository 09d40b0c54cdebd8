// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ApiStart.h"

#include "app/Places.h"

#include <QCoreApplication>
#include <QFile>
#include <QLoggingCategory>

namespace manometer::app {

namespace {

Q_LOGGING_CATEGORY(apiLog, "manometer.api", QtInfoMsg)

struct ApiStart
{
    Q_DECLARE_TR_FUNCTIONS(ApiStart)
};

} // namespace

Expected<Doors, QString> openDoors(const Options &options, Program program, service::LocalBackend &backend,
                                   api::EventFeed &feed)
{
    Doors doors;
    if (options.noApi)
        return doors;
    const QString folder = runtimeFolder(options.machine);
    auto opened = folder.isEmpty()
                      ? Unexpected<QString>(QStringLiteral("XDG_RUNTIME_DIR is not set"))
                      : api::Api::open({.views = backend.views(),
                                        .entries = &backend.entryAccess(),
                                        .report = [&backend](const auto &action) { backend.report(action); },
                                        .events = &feed,
                                        .folder = folder,
                                        .listen = options.listen,
                                        .program = QString::fromLatin1(nameOf(program)),
                                        .cacheDirectory = options.cacheDirectory});
    if (opened) {
        qCInfo(apiLog, "programs are served through %s%s%s", qPrintable((*opened)->socket()),
               options.listen ? " and " : "", qPrintable((*opened)->url()));
        doors.api = std::move(*opened);
        // The API has the folder to itself.
        auto answers =
            answers::AnswerServer::open(QFile::encodeName(folder).toStdString(), backend.answerStore());
        if (answers)
            doors.answers = std::move(*answers);
        else
            qCWarning(apiLog, "exiftool cannot be served: %s", answers.error().c_str());
        return doors;
    }
    if (options.listen)
        return Unexpected<QString>(ApiStart::tr("Programs cannot be served: %1.").arg(opened.error()));
    qCWarning(apiLog, "programs cannot be served: %s", qPrintable(opened.error()));
    return doors;
}

} // namespace manometer::app
