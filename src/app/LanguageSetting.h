// SPDX-License-Identifier: GPL-3.0-or-later
//
// Implements LanguageView: the window's language, a line of a file of its own. Created and used in one
// thread. Only the constructor and the destructor block on disk.
#pragma once

#include "app/ChoiceFile.h"
#include "views/LanguageView.h"

namespace manometer::app {

class LanguageSetting final : public views::LanguageView
{
    Q_OBJECT
public:
    // `formerFile`: the settings file, which has it under "language" if it was chosen before version 0.6.
    LanguageSetting(const QString &file, const QString &formerFile);

    QString language() const override { return m_language; }
    void setLanguage(const QString &code) override;

private:
    ChoiceFile m_file;
    QString m_language;
};

} // namespace manometer::app
