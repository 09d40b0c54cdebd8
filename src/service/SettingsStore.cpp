// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/SettingsStore.h"

#include "service/Clock.h"
#include "service/ControlNumbers.h"
#include "service/OwnFile.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtConcurrent>

#include <cstdio>
#include <limits>

namespace manometer::service {

namespace {

using pressure::Threshold;
using pressure::Thresholds;

constexpr std::array levelKeys{std::pair{Level::Elevated, "elevated"}, std::pair{Level::High, "high"},
                               std::pair{Level::Critical, "critical"}};

QJsonObject toJson(const Thresholds &thresholds)
{
    QJsonObject object;
    for (const auto &[level, key] : levelKeys) {
        const Threshold &threshold = thresholds.of(level);
        object[QLatin1StringView(key)] =
            QJsonObject{{QStringLiteral("enter_percent"), threshold.enterPercent},
                        {QStringLiteral("leave_percent"), threshold.leavePercent},
                        {QStringLiteral("hold_ms"), static_cast<qint64>(threshold.hold.count())},
                        {QStringLiteral("target_percent"), threshold.targetPercent}};
    }
    return object;
}

// What is missing or of another type becomes not-a-number, which findProblem names.
Thresholds fromJson(const QJsonObject &object)
{
    Thresholds thresholds;
    for (const auto &[level, key] : levelKeys) {
        const QJsonObject row = object[QLatin1StringView(key)].toObject();
        const auto number = [&row](QLatin1StringView name) { return row[name].toDouble(absent); };
        Threshold &threshold = thresholds.of(level);
        threshold.enterPercent = number(QLatin1StringView("enter_percent"));
        threshold.leavePercent = number(QLatin1StringView("leave_percent"));
        threshold.targetPercent = number(QLatin1StringView("target_percent"));
        // Out of findProblem's range where it is no whole number of milliseconds.
        threshold.hold = std::chrono::milliseconds(row[QLatin1StringView("hold_ms")].toInteger(-1));
    }
    return thresholds;
}

struct ReadResult
{
    std::optional<Thresholds> thresholds;
    pressure::ControlConfig control{};
    QString problem{};
};

// For logs; the operator is told by the interface, in his language.
QString words(pressure::ThresholdProblem::Kind kind)
{
    using Kind = pressure::ThresholdProblem::Kind;
    switch (kind) {
    case Kind::NotANumber:
        return QStringLiteral("a value is missing or not a number");
    case Kind::OutOfRange:
        return QStringLiteral("a percentage is not between 0 and 100");
    case Kind::LeaveNotBelowEnter:
        return QStringLiteral("leave_percent is not below enter_percent");
    case Kind::TooCloseToNext:
        return QStringLiteral("enter_percent is too close to the next level's");
    case Kind::LeaveBelowPrevious:
        return QStringLiteral("leave_percent is below the previous level's");
    case Kind::HoldOutOfRange:
        return QStringLiteral("hold_ms is not between 0 and 3600000");
    case Kind::TargetNotBelowEnter:
        break;
    }
    return QStringLiteral("target_percent is not below enter_percent");
}

QString words(OwnFileError::Kind kind)
{
    return kind == OwnFileError::Kind::TooLarge ? QStringLiteral("too large for settings")
                                                : QStringLiteral("not a regular file");
}

ReadResult parse(const QByteArray &text)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return {.thresholds = {}, .problem = QStringLiteral("not JSON: %1").arg(error.errorString())};
    if (!document.isObject())
        return {.thresholds = {}, .problem = QStringLiteral("JSON, but not an object")};
    const int version = document[QLatin1StringView("version")].toInt();
    if (version != SettingsStore::formatVersion)
        return {.thresholds = {},
                .problem =
                    QStringLiteral("version %1, expected %2").arg(version).arg(SettingsStore::formatVersion)};
    const Thresholds thresholds = fromJson(document[QLatin1StringView("thresholds")].toObject());
    if (const auto problem = pressure::findProblem(thresholds))
        return {.thresholds = {},
                .problem = QStringLiteral("thresholds: %1: %2")
                               .arg(QString::fromUtf8(name(problem->level).data()), words(problem->kind))};
    pressure::ControlConfig control;
    const QString problem = takeNumbers(document[QLatin1StringView("control")].toObject(), control);
    if (!problem.isEmpty())
        return {.thresholds = {}, .problem = problem};
    return {.thresholds = thresholds, .control = control};
}

} // namespace

SettingsStore::SettingsStore(const Settings &initial, const QString &file, QObject *parent)
    : SettingsView(parent)
    , m_settings(initial)
    , m_file(file)
{
    m_pool.setMaxThreadCount(1);
}

SettingsStore::~SettingsStore()
{
    m_pool.waitForDone();
}

std::optional<SettingsEvent> SettingsStore::load()
{
    const auto text = readOwnFile(m_file);
    if (!text && text.error().kind == OwnFileError::Kind::Missing)
        return std::nullopt;
    // Where it may not even be read, it is not ours to move.
    if (!text && text.error().kind == OwnFileError::Kind::Unreadable)
        return SettingsEvent{.file = m_file, .detail = qt_error_string(text.error().systemError)};
    const ReadResult result =
        text ? parse(*text) : ReadResult{.thresholds = {}, .problem = words(text.error().kind)};
    if (result.thresholds) {
        m_settings.thresholds = *result.thresholds;
        m_settings.control = result.control;
        return std::nullopt;
    }
    const QString aside =
        m_file + QStringLiteral(".unusable-") + QString::number(toMs(std::chrono::system_clock::now()));
    // Not QFile's, which would copy, and so read, what it cannot rename.
    const bool kept =
        std::rename(QFile::encodeName(m_file).constData(), QFile::encodeName(aside).constData()) == 0;
    return SettingsEvent{.file = m_file, .keptAs = kept ? aside : QString(), .detail = result.problem};
}

bool SettingsStore::applyThresholds(const Thresholds &thresholds)
{
    if (pressure::findProblem(thresholds))
        return false;
    if (thresholds == m_settings.thresholds)
        return true;
    const ThresholdsEvent event{.before = m_settings.thresholds, .after = thresholds};
    m_settings.thresholds = thresholds;
    emit changed(m_settings);
    emit happened(eventNow(event));
    save();
    return true;
}

void SettingsStore::save()
{
    const QByteArray text =
        QJsonDocument(QJsonObject{{QStringLiteral("version"), formatVersion},
                                  {QStringLiteral("thresholds"), toJson(m_settings.thresholds)},
                                  {QStringLiteral("control"), toJson(m_settings.control)}})
            .toJson();
    QtConcurrent::run(&m_pool, [file = m_file, text] {
        return writeOwnFile(file, text);
    }).then(this, [this](const QString &error) {
        if (!error.isEmpty())
            emit saveFailed(m_file, error);
    });
}

} // namespace manometer::service
