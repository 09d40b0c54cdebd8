// SPDX-License-Identifier: GPL-3.0-or-later
//
// The two tokens of the TCP door: 256 random bits each, as 64 hexadecimal digits, in files that only this
// user can read. Any thread; create() and replace() block on disk.
#pragma once

#include "expected/Expected.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace manometer::api {

// What a client may do.
enum class Authority : unsigned char { None, Read, Control };

class Tokens
{
public:
    // New tokens, written into `read.token` and `control.token` of this folder. The error is the system's
    // message.
    static Expected<std::unique_ptr<Tokens>, QString> create(const QString &folder);
    ~Tokens(); // removes the files
    Tokens(const Tokens &) = delete;
    Tokens &operator=(const Tokens &) = delete;

    QString readFile() const { return m_readFile; }
    QString controlFile() const { return m_controlFile; }
    // Compares in constant time.
    Authority authorityOf(std::string_view token) const;
    // Other tokens from now on. The error is the system's message; then the tokens stay.
    Expected<void, QString> replace();

private:
    explicit Tokens(const QString &folder);

    const QString m_readFile;
    const QString m_controlFile;
    mutable std::mutex m_mutex;
    std::string m_read;
    std::string m_control;
};

} // namespace manometer::api
