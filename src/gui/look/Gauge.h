// SPDX-License-Identifier: GPL-3.0-or-later
//
// A bar from 0 to 1 with a filled range and marks on it, each with a value below. Never mirrored, like the
// time axis. It has no role of its own: the sentence beside it states the same. GUI thread.
#pragma once

#include <QWidget>

#include <vector>

namespace manometer::gui {

struct GaugeMark
{
    double at = 0; // 0 to 1
    QColor color{};
    QString label{}; // empty: none

    friend bool operator==(const GaugeMark &, const GaugeMark &) = default;
};

class Gauge final : public QWidget
{
    Q_OBJECT
public:
    enum class Labels : quint8 { Shown, None };
    static constexpr int barSpace = 14; // the height without labels, in pixels

    Gauge(const QString &accessibleName, Labels labels, QWidget *parent = nullptr);

    void setLabels(Labels labels);
    // Fills from … to; not a number: nothing is filled. `marks` ascend.
    void show(double from, double to, const QColor &fill, const std::vector<GaugeMark> &marks);
    using QWidget::show;
    double from() const { return m_from; }
    double to() const { return m_to; }
    const std::vector<GaugeMark> &marks() const { return m_marks; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLabels(QPainter &painter) const;

    Labels m_labels;
    double m_from = 0;
    double m_to = 0;
    QColor m_fill;
    std::vector<GaugeMark> m_marks;
};

} // namespace manometer::gui
