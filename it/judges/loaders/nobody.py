"""Says where a judge runs, and ends it where that is not what it claims to show; all of it without the library at hand."""
import fcntl
import os
import socket
import struct
import sys

SIOCGIFFLAGS, IFF_UP = 0x8913, 1


def check(condition, message):
    if not condition:
        sys.exit("%s: %s" % (os.path.basename(sys.argv[0]), message))


def interfaces_up():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asked:
        names = [name for _, name in socket.if_nameindex()]
        flags = (fcntl.ioctl(asked, SIOCGIFFLAGS, struct.pack("16sh14x", name.encode(), 0)) for name in names)
        return [name for name, answer in zip(names, flags) if struct.unpack("16sh14x", answer)[1] & IFF_UP]


def alone(*folders):
    """Checks that no interface is up, that this is not root, and that nothing below the folders can be written."""
    check(not interfaces_up(), "there is a network: %s" % interfaces_up())
    check(os.getuid() != 0, "it runs as root")
    check(os.environ.get("HF_HUB_OFFLINE") == "1", "HF_HUB_OFFLINE is not 1")
    for folder in folders:
        check(os.path.isdir(folder), "%s is no folder" % folder)
        for path, _, files in os.walk(folder):
            open_to_all = [p for p in [path] + [os.path.join(path, f) for f in files] if os.access(p, os.W_OK)]
            check(not open_to_all, "nobody may write, but can: %s" % open_to_all[:1])


def told(library, version, text):
    print("%s %s, Python %d.%d, uid %d: %s" % (library, version, *sys.version_info[:2], os.getuid(), text))
