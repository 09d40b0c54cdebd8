// SPDX-License-Identifier: GPL-3.0-or-later
//
// The applied level, for how long and why, on a gauge with the thresholds; live or paused. While an earlier
// time is in view it states that time's levels instead. GUI thread.
#pragma once

#include "gui/chart/TimeChart.h"
#include "gui/look/Card.h"
#include "gui/status/SpanInView.h"
#include "views/MonitorView.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QToolButton;
QT_END_NAMESPACE

namespace manometer::gui {

class ElidedLabel;
class Gauge;

class LevelCard final : public Card
{
    Q_OBJECT
public:
    explicit LevelCard(QWidget *parent = nullptr);

    // Why the figures are not the present ones, in a word and in a sentence; empty while they are.
    struct Connection
    {
        QString mark{};
        QString sentence{};
    };
    // `past`: the time range in view, if it is not the present.
    void show(const views::MonitorStatus &status, const Connection &connection,
              const std::optional<SpanInView> &past, qint64 nowMs);
    using QWidget::show;
    // Of a recording: there is no present, only its end.
    void setRecorded() { m_isRecorded = true; }
    // Leaves out what explains the level.
    void setCompact(bool compact);
    int compactHeight() const; // pixels

signals:
    void processesRequested(); // who uses the memory

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPresent(const views::MonitorStatus &status, const Connection &connection, qint64 nowMs);
    void showPast(const views::MonitorStatus &status, const SpanInView &past);
    void showPicture(const views::MonitorStatus &status, const Connection &connection, bool isPast,
                     qint64 nowMs);
    void fitAge();
    void showLevel(pressure::Level level, bool isCertain);

    QLabel *m_icon;
    ElidedLabel *m_word;
    ElidedLabel *m_levelAge;
    ElidedLabel *m_picture;
    ElidedLabel *m_age;
    ElidedLabel *m_basis;
    QToolButton *m_processes;
    Gauge *m_gauge;
    ElidedLabel *m_deviation;
    QString m_iconShown;
    bool m_isRecorded = false;
    bool m_isCompact = false;
    bool m_offersProcesses = false;
};

} // namespace manometer::gui
