// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/RemoteEvidence.h"

#include "remote/Answers.h"
#include "remote/Session.h"

namespace manometer::remote {

using namespace views;

QFuture<HitEvidence> RemoteEvidence::hits() const
{
    return m_session.ask<HitEvidence>(Call::Read, {.target = "/api/evidence/hits"}, &valueOf<HitEvidence>);
}

} // namespace manometer::remote
