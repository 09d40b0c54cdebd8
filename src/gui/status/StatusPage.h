// SPDX-License-Identifier: GPL-3.0-or-later
//
// The header: the applied level with its age and reason, the cache limit and what changes it next, live or
// paused. Refreshes itself at most four times a second, and at once when the level changes. GUI thread;
// nothing blocks.
#pragma once

#include "gui/chart/TimeChart.h"
#include "gui/events/EventModel.h"
#include "gui/samples/SampleModel.h"
#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace manometer::gui {

namespace Ui {
class StatusPage;
}

class StatusPage final : public QWidget
{
    Q_OBJECT
public:
    StatusPage(views::MonitorView *monitor, views::CacheView *cache, const EventModel *events,
               const SampleModel *samples, QWidget *parent = nullptr);
    ~StatusPage() override;

    void setPicture(TimeChart::Picture picture);
    // Why the figures are not the present ones, in a word and in a sentence; empty while they are.
    void setConnection(const QString &mark, const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshLevel(const views::MonitorStatus &status, qint64 nowMs);
    void refreshCache(const views::MonitorStatus &status);

    std::unique_ptr<Ui::StatusPage> m_ui;
    views::MonitorView *m_monitor;
    views::CacheView *m_cache;
    const SampleModel *m_samples;
    const EventModel *m_events;
    QTimer m_coalesce;
    QTimer m_heartbeat;
    TimeChart::Picture m_picture = TimeChart::Picture::Live;
    bool m_showsPresent = false;
    QString m_connectionMark;
    QString m_connectionSentence;
};

} // namespace manometer::gui
