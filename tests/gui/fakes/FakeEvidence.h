// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/EvidenceView.h"
#include "views/Failure.h"

#include <functional>

namespace manometer::gui {

class FakeEvidence final : public views::EvidenceView
{
public:
    QFuture<views::HitEvidence> hits() const override
    {
        ++asked;
        return views::answered(now);
    }

    QFuture<views::WhatIfAnswer> whatIf(const views::WhatIfQuestion &question) override
    {
        whatIfQuestions += question;
        return makeWhatIf ? makeWhatIf(question) : views::answered(views::WhatIfAnswer{});
    }
    QFuture<views::SuggestAnswer> suggest(const views::SuggestQuestion &question) override
    {
        suggestQuestions += question;
        return makeSuggest ? makeSuggest(question) : views::answered(views::SuggestAnswer{});
    }

    views::HitEvidence now{};
    mutable int asked = 0;
    QList<views::WhatIfQuestion> whatIfQuestions{};
    QList<views::SuggestQuestion> suggestQuestions{};
    // Make the answers; without them these are empty.
    std::function<QFuture<views::WhatIfAnswer>(const views::WhatIfQuestion &)> makeWhatIf{};
    std::function<QFuture<views::SuggestAnswer>(const views::SuggestQuestion &)> makeSuggest{};
};

} // namespace manometer::gui
