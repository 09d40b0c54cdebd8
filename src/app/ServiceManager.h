// SPDX-License-Identifier: GPL-3.0-or-later
//
// Reports to the service manager that started this program, if one did: sd_notify(3), spoken directly, since
// libsystemd would bring seven libraries. Takes the protocol's variables out of the environment, so that
// child processes do not report in our name. At most one, in the main thread; never blocks; a report that
// does not arrive is lost.
#pragma once

#include <QByteArray>
#include <QTimer>

namespace manometer::app {

class ServiceManager
{
public:
    // From now on the event loop answers the manager's watchdog: if it hangs, the manager restarts us.
    ServiceManager();

    void reportReady();
    void reportStopping();
    // One line, shown by systemctl status.
    void reportStatus(const QByteArray &line);

private:
    void send(const QByteArray &message) const;

    QByteArray m_socket; // a path; @ begins an abstract name; empty: no manager
    QTimer m_watchdog;
};

} // namespace manometer::app
