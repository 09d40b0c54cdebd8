// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/thresholds/DraftKeeper.h"

#include <QDataStream>

#include <cmath>

namespace manometer::gui {

namespace {

constexpr auto streamVersion = QDataStream::Qt_6_4;

void write(QDataStream &stream, const pressure::Thresholds &thresholds)
{
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        const pressure::Threshold &threshold = thresholds.of(level);
        stream << threshold.enterPercent << threshold.leavePercent
               << static_cast<qint64>(threshold.hold.count()) << threshold.targetPercent;
    }
}

// False if one of them is no number: no field can hold it.
bool read(QDataStream &stream, pressure::Thresholds &thresholds)
{
    bool isFinite = true;
    for (const pressure::Level level : pressure::levelsWithThreshold) {
        pressure::Threshold &threshold = thresholds.of(level);
        qint64 holdMs = 0;
        stream >> threshold.enterPercent >> threshold.leavePercent >> holdMs >> threshold.targetPercent;
        threshold.hold = std::chrono::milliseconds(holdMs);
        for (const double percent : {threshold.enterPercent, threshold.leavePercent, threshold.targetPercent})
            isFinite = isFinite && std::isfinite(percent);
    }
    return isFinite && stream.status() == QDataStream::Ok;
}

} // namespace

DraftKeeper::DraftKeeper(ThresholdModel *thresholds, const views::FrontEnd &views, QObject *parent)
    : QObject(parent)
    , m_thresholds(thresholds)
    , m_views(views)
{
    if (m_views.attached)
        connect(m_views.attached, &views::Backend::connectionChanged, this, &DraftKeeper::tryToRestore);
}

QByteArray DraftKeeper::save() const
{
    std::optional<Kept> kept = m_waiting;
    if (m_thresholds->changeCount() > 0)
        kept = {.place = m_views.place, .basis = m_thresholds->applied(), .draft = m_thresholds->draft()};
    QByteArray saved;
    if (!kept)
        return saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream.setVersion(streamVersion);
    stream << kept->place;
    write(stream, kept->basis);
    write(stream, kept->draft);
    return saved;
}

void DraftKeeper::restore(const QByteArray &saved)
{
    QDataStream stream(saved);
    stream.setVersion(streamVersion);
    Kept kept;
    stream >> kept.place;
    if (!read(stream, kept.basis) || !read(stream, kept.draft))
        return;
    m_waiting = kept;
    tryToRestore();
}

void DraftKeeper::tryToRestore()
{
    using State = views::Connection::State;
    const bool isPublished = !m_views.attached || m_views.attached->connection().state == State::Connected;
    if (!m_waiting || !isPublished || m_waiting->place != m_views.place || m_views.isReadOnly)
        return;
    const Kept kept = *m_waiting;
    m_waiting.reset();
    if (m_thresholds->changeCount() > 0) // a newer one
        return;
    if (kept.basis != m_thresholds->applied()) {
        emit dropped();
        return;
    }
    m_thresholds->useAsDraft(kept.draft, tr("restore the draft"));
    emit restored();
}

} // namespace manometer::gui
