// SPDX-License-Identifier: GPL-3.0-or-later
//
// The first glance: the applied level and for how long, why, what the cache's limit is and what changes it,
// whether the picture is live. Follows the views by itself, at most four times a second, a change of level at
// once. GUI thread; nothing blocks.
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
};

} // namespace manometer::gui
