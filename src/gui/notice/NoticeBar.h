// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bar that reports the last action and offers to undo it for a limited time: 'Thresholds applied. [Keep]
// [Revert] 60 s'. One notice at a time; a new one ends the old one as its timeout would. At a
// narrow width its text is elided; what becomes of the change, the time left and the buttons stay whole. GUI
// thread; nothing blocks.
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

class ElidedLabel;

struct Notice
{
    // A change can be undone; a wide change reverts by itself unless it is kept. No underlying type is
    // given, because lupdate of Qt 6.8 would then find no class in the rest of this file.
    enum class Change { Narrow, Wide };

    QString text;
    QString undoText;           // of the undo button
    std::function<void()> undo; // empty: it cannot be undone (any more)
    QString keepText;           // of the button that ends the notice
    std::function<void()> keep{};
    std::chrono::seconds lasts{30};
    std::function<void()> timeOut{}; // called instead of keep if no button is pressed
    QString step{};                  // name of the step in the Undo command, if that undoes it
    std::optional<Change> change{};  // of settings; without it, only the time left is shown
    const QObject *of = nullptr;     // owner of the change; only for isShowingFor()
};

class NoticeBar final : public QFrame
{
    Q_OBJECT
public:
    explicit NoticeBar(QWidget *parent = nullptr);

    void present(Notice notice);
    using Change = Notice::Change;
    // Presents a notice for one minute.
    void offerRevert(const QString &text, const QString &undoText, const std::function<void()> &revert,
                     Change change, const QObject *of);
    // Replaces the text of the present notice.
    void restate(const QString &text);
    // What has come of the change so far, before the text of the present notice. The next one begins without.
    void setOutcome(const QString &sentence);
    // Ends the notice as its timeout would.
    void end();
    // Removes the notice without calling anything: its undo is no longer possible.
    void withdraw();
    // The step that the Undo command undoes with undo(); empty if there is none, or if a newer step was
    // made.
    QString step() const { return m_notice ? m_notice->step : QString(); }
    void forgetStep();
    void undo();
    bool isPresenting() const { return m_notice.has_value(); }
    bool isShowingFor(const QObject *what) const { return m_notice && m_notice->of == what; }
    bool isShowingFor(const QObject *what, Change change) const
    {
        return isShowingFor(what) && m_notice->change == change;
    }

signals:
    void stepChanged();
    void ended();
    // A change of settings needs no confirmation, or was confirmed.
    void changeKept();

protected:
    void changeEvent(QEvent *event) override;

private:
    void finish(const std::function<void()> &action);
    void showTime();
    void showText();

    ElidedLabel *m_text;
    QLabel *m_time;
    QPushButton *m_undo;
    QPushButton *m_keep;
    QTimer m_second;
    std::chrono::seconds m_left{0};
    std::optional<Notice> m_notice;
    QString m_outcome;
};

} // namespace manometer::gui
