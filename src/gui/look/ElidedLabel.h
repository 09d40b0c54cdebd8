// SPDX-License-Identifier: GPL-3.0-or-later
//
// A plain text label that ends with an ellipsis where its text does not fit; the whole text is in the
// tooltip, for screen readers and in text(). GUI thread.
#pragma once

#include <QLabel>

namespace manometer::gui {

class ElidedLabel final : public QLabel
{
    Q_OBJECT
public:
    // `lines`: the most that it takes; its height is always that of all of them.
    explicit ElidedLabel(const QString &accessibleName, int lines = 1, QWidget *parent = nullptr);

    // Only a different text repaints and notifies screen readers. `more` follows it in the tooltip.
    void put(const QString &words, const QString &more = {});
    void setInk(const QColor &ink);
    void setLines(int lines);
    // What it keeps between neighbours that need the room, in characters of average width.
    void setLeastCharacters(int count);
    // Whether the whole text is visible at the present size.
    bool isWhole() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QStringList shownLines() const;

    int m_lines;
    QString m_more;
    int m_leastCharacters = 6;
};

} // namespace manometer::gui
