// SPDX-License-Identifier: GPL-3.0-or-later
//
// The language of a front-end's texts. It is the front-end's own setting, not the backend's, and not part of
// a preset. Lives in the thread that creates it; nothing blocks.
#pragma once

#include <QString>

namespace manometer::views {

class LanguageView
{
public:
    virtual ~LanguageView() = default;

    // A code such as "de"; empty: the system's language.
    virtual QString language() const = 0;
    // Takes effect when the front-end starts again.
    virtual void setLanguage(const QString &code) = 0;
};

} // namespace manometer::views
