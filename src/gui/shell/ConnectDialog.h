// SPDX-License-Identifier: GPL-3.0-or-later
//
// Asks for the address of another Manometer, which a window of its own then shows. Offers those that were
// connected to before. GUI thread; nothing blocks.
#pragma once

#include <QDialog>
#include <QList>
#include <QString>

QT_BEGIN_NAMESPACE
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace manometer::gui {

struct Place
{
    QString address{};   // unix:SOCKET or http://127.0.0.1:PORT
    QString tokenFile{}; // for a port
    bool allowsChanges = false;

    friend bool operator==(const Place &, const Place &) = default;
};

class ConnectDialog final : public QDialog
{
    Q_OBJECT
public:
    // `known`: the newest first.
    explicit ConnectDialog(const QList<Place> &known, QWidget *parent = nullptr);

signals:
    void chosen(const manometer::gui::Place &place);

private:
    Place place() const;
    void fillIn(int known);
    void followInput();
    void chooseTokenFile();

    const QList<Place> m_known;
    QComboBox *m_address;
    QLineEdit *m_tokenFile;
    QPushButton *m_browse;
    QCheckBox *m_allowChanges;
    QPushButton *m_connect;
};

} // namespace manometer::gui
