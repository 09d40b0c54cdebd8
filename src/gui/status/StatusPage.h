// SPDX-License-Identifier: GPL-3.0-or-later
//
// The header, a row of cards: the level and why, the cache, the time saved, the last cut. Refreshes itself at
// most four times a second, and at once when the level changes. GUI thread; nothing blocks.
#pragma once

#include "gui/events/EventModel.h"
#include "gui/samples/SampleModel.h"
#include "gui/status/CacheCard.h"
#include "gui/status/CutCard.h"
#include "gui/status/LevelCard.h"
#include "gui/status/SavedCard.h"
#include "views/CacheView.h"
#include "views/MonitorView.h"

#include <QTimer>
#include <QWidget>

namespace manometer::gui {

class StatusPage final : public QWidget
{
    Q_OBJECT
public:
    StatusPage(views::MonitorView *monitor, views::CacheView *cache, const EventModel *events,
               const SampleModel *samples, QWidget *parent = nullptr);

    // The time range in view, if it is not the present.
    void showPast(const std::optional<SpanInView> &past);
    // Why the figures are not the present ones, in a word and in a sentence; empty while they are.
    void setConnection(const QString &mark, const QString &sentence);
    // Of a recording: without the cards of the cache, whose figures it does not have.
    void setRecorded();
    // Adapts the cards to the size of the window. Done by itself when the page is resized.
    void fit();
    void setReadOnly(bool readOnly) { m_cut->setReadOnly(readOnly); }

    // That of the cards without their explanations, which are left out in a low window.
    QSize minimumSizeHint() const override;

signals:
    void processesRequested();
    void programsRequested();
    void raiseRequested();
    void evictedRequested();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();

    views::MonitorView *m_monitor;
    views::CacheView *m_cache;
    const SampleModel *m_samples;
    const EventModel *m_events;
    LevelCard *m_level;
    CacheCard *m_cacheCard;
    SavedCard *m_saved;
    CutCard *m_cut;
    QTimer m_coalesce;
    QTimer m_heartbeat;
    std::optional<SpanInView> m_past;
    bool m_isRecorded = false;
    LevelCard::Connection m_connection;
};

} // namespace manometer::gui
