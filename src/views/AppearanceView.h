// SPDX-License-Identifier: GPL-3.0-or-later
//
// The colours of a front-end. It is the front-end's own setting, not the backend's, and not part of a preset.
// Lives in the thread that creates it; signals arrive there; nothing blocks.
#pragma once

#include <QObject>
#include <QString>

namespace manometer::views {

enum class Appearance : quint8 {
    System, // as the desktop has it
    Light,
    Dark,
    HighContrast,
};

class AppearanceView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // The one in effect.
    virtual Appearance appearance() const = 0;
    // Takes effect at once.
    virtual void setAppearance(Appearance appearance) = 0;

signals:
    void changed(manometer::views::Appearance appearance);
    // The choice is lost at the end.
    void saveFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views
