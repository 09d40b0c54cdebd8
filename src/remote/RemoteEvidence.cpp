// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteEvidence.h"

#include "remote/Answers.h"
#include "remote/Session.h"
#include "remote/SettingsBody.h"

namespace manometer::remote {

using namespace views;

namespace {

constexpr qsizetype mostAnswerBytes = 4 << 20; // two ribbons of WhatIfQuestion::mostColumns
constexpr std::chrono::seconds searchTimeout{60};

template<typename Question>
QByteArray bodyOf(const Question &question, const Settings &settings)
{
    json::Writer json;
    wire::FieldWriter fields(json);
    json.beginObject();
    describe(fields, question);
    json.member("settings");
    json.document(settingsText(settings).toStdString());
    json.endObject();
    return QByteArray::fromStdString(json.text());
}

} // namespace

QFuture<HitEvidence> RemoteEvidence::hits() const
{
    return m_session.ask<HitEvidence>(Call::Read, {.target = "/api/evidence/hits"}, &valueOf<HitEvidence>);
}

QFuture<WhatIfAnswer> RemoteEvidence::whatIf(const WhatIfQuestion &question)
{
    return m_session.ask<WhatIfAnswer>(Call::Read,
                                       {.method = "POST",
                                        .target = "/api/evidence/whatif",
                                        .body = bodyOf(question, question.draft),
                                        .mostAnswerBytes = mostAnswerBytes},
                                       &valueOf<WhatIfAnswer>);
}

QFuture<SuggestAnswer> RemoteEvidence::suggest(const SuggestQuestion &question)
{
    return m_session.ask<SuggestAnswer>(Call::Read,
                                        {.method = "POST",
                                         .target = "/api/evidence/suggest",
                                         .body = bodyOf(question, question.base),
                                         .timeout = searchTimeout},
                                        &valueOf<SuggestAnswer>);
}

} // namespace manometer::remote
