// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bar that says what was just done and lets it be taken back for a while: 'Thresholds applied. [Keep]
// [Revert] 60 s'. It blocks nothing; one notice at a time, a newer one ends the one before as its time-out
// would. GUI thread.
#pragma once

#include <QFrame>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

struct Notice
{
    // What was just changed can be taken back; a wide change takes itself back unless it is kept.
    // Without a type of its own: lupdate of Qt 6.8 would find no class in the rest of this file.
    enum class Change { Narrow, Wide };

    QString text;
    QString undoText;           // of the button that takes it back
    std::function<void()> undo; // none: it cannot be taken back (any more)
    QString keepText;           // of the button that ends the notice now
    std::function<void()> keep{};
    std::chrono::seconds lasts{30};
    std::function<void()> timeOut{}; // instead of keep, when nobody pressed anything
    QString step{};                  // how the Undo command names it, where it takes this back
    std::optional<Change> change{};  // of settings; without one, the time left is shown alone
    const QObject *of = nullptr;     // whose change it is; for presentsOneOf() only
};

class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void present(Notice notice);
    using Change = Notice::Change;
    // For a minute.
    void offerRevert(const QString &text, const QString &undoText, const std::function<void()> &revert,
                     Change change, const QObject *of);
    // As if its time were over.
    void end();
    // It is over, and nothing of it counts any more: what it could take back is gone.
    void withdraw();
    // What the Undo command takes back, by takeBack(); empty: nothing that is shown here, or not any more,
    // as something newer was done.
    QString step() const { return m_notice ? m_notice->step : QString(); }
    void leaveStep();
    void takeBack();
    bool isPresenting() const { return m_notice.has_value(); }
    bool presentsOneOf(const QObject *what) const { return m_notice && m_notice->of == what; }
    bool presentsOneOf(const QObject *what, Change change) const
    {
        return presentsOneOf(what) && m_notice->change == change;
    }

signals:
    void stepChanged();

private:
    void finish(const std::function<void()> &action);
    void showTime();

    QLabel *m_text;
    QLabel *m_time;
    QPushButton *m_undo;
    QPushButton *m_keep;
    QTimer m_second;
    std::chrono::seconds m_left{0};
    std::optional<Notice> m_notice;
};

} // namespace manometer::gui
