"""Mail servers of this machine: a real SMTP server, and a stand-in for SendGrid's address."""

import asyncio
import json
import ssl
import threading
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

from aiosmtpd.smtp import SMTP, AuthResult
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

USER, PASSWORD = "letters@clear.example", "pass word-1"


class Inbox:
    """Takes letters as an SMTP server does; `answers` says what to reply at which command."""

    def __init__(self, **answers):
        self.answers = answers
        self.letters = []

    async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
        if (said := self.answers.get("mail")) is not None:
            return said
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if (said := self.answers.get("rcpt")) is not None:
            return said
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        said = self.answers.get("data", "250 taken as 42")
        if said.startswith("250") or said == "hang up":
            self.letters.append(envelope)
        if said == "hang up":
            server.transport.abort()
        return said


@contextmanager
def smtp_server(inbox, *, ssl_context=None, **named):
    """A server on a free port; gives its port."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def done(work):
        return asyncio.run_coroutine_threadsafe(work, loop).result(30)

    async def start():
        def session():
            return SMTP(inbox, hostname="mail.example", loop=loop, **named)

        return await loop.create_server(session, "127.0.0.1", 0, ssl=ssl_context)

    async def stop():
        server.close()
        for task in asyncio.all_tasks():
            if task is not asyncio.current_task():
                task.cancel()
        await asyncio.sleep(0)

    server = done(start())
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        done(stop())
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def authenticated(server, session, envelope, mechanism, data):
    """Whether it is our user with his password."""
    found = (data.login.decode(), data.password.decode())
    return AuthResult(success=found == (USER, PASSWORD), handled=False)


def certificate(folder, name="127.0.0.1"):
    """A self-made certificate: the server's context, and one that trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))]), critical=False
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    file.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(file)
    trusting = ssl.create_default_context(cafile=str(file))
    return serving, trusting


class Provider:
    """What stands where SendGrid stands: keeps the requests, answers as told."""

    def __init__(self):
        self.requests = []
        self.answers = []

    def answer(self, status, body=None, **headers):
        self.answers.append((status, body, headers))


@contextmanager
def provider():
    """A provider on a free port; gives it and its address."""
    told = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"]))
            told.requests.append((self.path, dict(self.headers), json.loads(body)))
            status, said, headers = told.answers.pop(0) if told.answers else (202, None, {})
            if status == "hang up":
                self.close_connection = True
                return
            content = b"" if said is None else json.dumps(said).encode()
            self.send_response(status)
            for name, value in {"X-Message-Id": "sg-1", **headers}.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield told, f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
