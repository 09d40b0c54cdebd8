// SPDX-License-Identifier: GPL-3.0-or-later
//
// The cache: its entries against its size and its limit, the hit ratio, and why the limit has its value. GUI
// thread.
#pragma once

#include "gui/look/Card.h"
#include "views/CacheView.h"
#include "views/MonitorView.h"

namespace manometer::gui {

class ElidedLabel;
class Gauge;

class CacheCard final : public Card
{
    Q_OBJECT
public:
    explicit CacheCard(QWidget *parent = nullptr);

    void show(const views::CacheSummary &summary, const views::MonitorStatus &status, qint64 nowMs);
    using QWidget::show;
    // Leaves out why the limit has its value.
    void setCompact(bool compact);

private:
    ElidedLabel *m_facts;
    ElidedLabel *m_entries;
    ElidedLabel *m_fill;
    Gauge *m_gauge;
    ElidedLabel *m_limit;
};

} // namespace manometer::gui
