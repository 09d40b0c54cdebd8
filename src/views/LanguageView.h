// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language of a front-end's texts. It is the front-end's own setting, not the backend's, and not part of
// a preset. Lives in the thread that creates it; signals arrive there; nothing blocks.
#pragma once

#include <QObject>
#include <QString>

namespace manometer::views {

class LanguageView : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // A code such as "de"; empty: the system's language.
    virtual QString language() const = 0;
    // Takes effect when the front-end starts again.
    virtual void setLanguage(const QString &code) = 0;

signals:
    // The choice is lost at the end.
    void saveFailed(const QString &file, const QString &reason);
};

} // namespace manometer::views
