// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements LanguageView: the window's language, a line of a file of its own. Created and used in one
// thread; a change is written in another one. Only the constructor and the destructor, which waits for that,
// block on disk.
#pragma once

#include "views/LanguageView.h"

#include <QThreadPool>

namespace manometer::app {

class LanguageSetting final : public views::LanguageView
{
    Q_OBJECT
public:
    // `formerFile`: the settings file, which has it under "language" if it was chosen before version 0.6.
    LanguageSetting(const QString &file, const QString &formerFile);
    ~LanguageSetting() override;

    QString language() const override { return m_language; }
    void setLanguage(const QString &code) override;

private:
    const QString m_file;
    QString m_language;
    QThreadPool m_pool; // one thread: changes are written in order
};

} // namespace manometer::app
