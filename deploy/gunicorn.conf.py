"""How gunicorn serves Saboq: `gunicorn --config deploy/gunicorn.conf.py config.wsgi:application`."""

import multiprocessing

pythonpath = "site"
bind = "unix:/run/saboq/web.sock"
# A page takes some ten milliseconds of one core; threads answer while others wait for the database.
workers = multiprocessing.cpu_count() + 1
threads = 4
preload_app = True
timeout = 60
graceful_timeout = 30
# A worker that has answered often enough makes room, so that no memory is lost for good; not all at the same time.
max_requests = 5000
max_requests_jitter = 500
# Only the proxy reaches the socket, so what it says of the visitor is believed.
forwarded_allow_ips = "*"
errorlog = "-"
loglevel = "warning"
