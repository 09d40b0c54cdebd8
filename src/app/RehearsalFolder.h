// SPDX-License-Identifier: GPL-3.0-or-later
//
// A played rehearsal (--rehearse): its curve, and the folder for its cache, its history and a copy of the
// settings, which is removed with the object. Rehearsals can run beside each other and beside the real
// program, and change none of its files. One thread; blocks on disk.
#pragma once

#include "app/Options.h"
#include "expected/Expected.h"
#include "service/LocalBackend.h"

#include <QString>

#include <memory>

namespace manometer::app {

class RehearsalFolder
{
public:
    // Reads the curve, creates the folder (Places.h), and removes those of killed programs. The error is for
    // the operator. Null if the options ask for no played rehearsal.
    static Expected<std::unique_ptr<RehearsalFolder>, QString> create(const Options &options);
    // After the backend that uses it.
    ~RehearsalFolder();
    RehearsalFolder(const RehearsalFolder &) = delete;
    RehearsalFolder &operator=(const RehearsalFolder &) = delete;

    const service::Rehearsal &rehearsal() const { return m_rehearsal; }

private:
    RehearsalFolder(QString path, service::Rehearsal rehearsal);

    const QString m_path;
    const service::Rehearsal m_rehearsal;
};

} // namespace manometer::app
