// SPDX-License-Identifier: GPL-3.0-or-later
//
// The estimated misses over the cache's limit, with the limit of each level on it: what a level costs. Drawn
// from left to right in every language, like the time axis. GUI thread; paints only.
#pragma once

#include "views/EvidenceView.h"

#include <QWidget>

namespace manometer::gui {

class HitCurve final : public QWidget
{
    Q_OBJECT
public:
    explicit HitCurve(QWidget *parent = nullptr);

    // Hidden without figures.
    void show(const views::HitEvidence &evidence);
    using QWidget::show;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<views::LevelHits> m_levels; // by limit, ascending
};

} // namespace manometer::gui
