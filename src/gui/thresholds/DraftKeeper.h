// SPDX-License-Identifier: GPL-3.0-or-later
//
// Keeps a draft of the thresholds from one session to the next, with what was in effect when it was made. It
// is restored, as a draft, if that is still in effect at the same backend; otherwise it is dropped. GUI
// thread; nothing blocks.
#pragma once

#include "gui/thresholds/ThresholdModel.h"
#include "views/FrontEnd.h"

#include <QByteArray>

namespace manometer::gui {

class DraftKeeper final : public QObject
{
    Q_OBJECT
public:
    DraftKeeper(ThresholdModel *thresholds, const views::FrontEnd &views, QObject *parent);

    // Empty without a draft. One that could not be restored here, such as that of another backend, is kept.
    QByteArray save() const;
    // Waits until the backend has published its settings. Bytes that save() did not make are ignored.
    void restore(const QByteArray &saved);

signals:
    void restored();
    // Other thresholds are in effect than those that the draft was made for.
    void dropped();

private:
    struct Kept
    {
        QString place; // of the backend, as in views::FrontEnd
        pressure::Thresholds basis;
        pressure::Thresholds draft;
    };
    void tryToRestore();

    ThresholdModel *m_thresholds;
    views::FrontEnd m_views;
    std::optional<Kept> m_waiting;
};

} // namespace manometer::gui
