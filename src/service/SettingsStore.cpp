// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/SettingsStore.h"

#include "service/Clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtConcurrent>

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
    QString problem;
};

ReadResult parse(const QByteArray &text)
{
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(text, &error);
    if (!document.isObject())
        return {{}, QStringLiteral("not a JSON object: %1").arg(error.errorString())};
    const int version = document[QLatin1StringView("version")].toInt();
    if (version != SettingsStore::formatVersion)
        return {{}, QStringLiteral("version %1, expected %2").arg(version).arg(SettingsStore::formatVersion)};
    const Thresholds thresholds = fromJson(document[QLatin1StringView("thresholds")].toObject());
    if (const auto problem = pressure::findProblem(thresholds))
        return {{},
                QStringLiteral("thresholds: problem %1 at %2")
                    .arg(static_cast<int>(problem->kind))
                    .arg(QString::fromUtf8(name(problem->level).data()))};
    return {thresholds, {}};
}

// Empty on success, the system's words otherwise.
QString write(const QString &path, const QByteArray &text)
{
    QDir().mkpath(QFileInfo(path).path());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(text) != text.size() || !file.commit())
        return file.errorString();
    return {};
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
    QFile file(m_file);
    if (!file.exists())
        return std::nullopt;
    if (!file.open(QIODevice::ReadOnly))
        return SettingsEvent{.file = m_file, .keptAs = m_file, .detail = file.errorString()};
    // No settings are longer than this; something else was put in their place.
    const ReadResult result = parse(file.read(1 << 20));
    if (result.thresholds) {
        m_settings.thresholds = *result.thresholds;
        return std::nullopt;
    }
    file.close();
    const QString aside =
        m_file + QStringLiteral(".unusable-") + QString::number(toMs(std::chrono::system_clock::now()));
    const bool kept = QFile::rename(m_file, aside);
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
                                  {QStringLiteral("thresholds"), toJson(m_settings.thresholds)}})
            .toJson();
    QtConcurrent::run(&m_pool, [file = m_file, text] {
        return write(file, text);
    }).then(this, [this](const QString &error) {
        if (!error.isEmpty())
            emit saveFailed(m_file, error);
    });
}

} // namespace manometer::service
