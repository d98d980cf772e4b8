import { Component } from '@angular/core';
import { SayPipe } from '@papan/board-platform';

@Component({ selector: 'pp-figures-page', imports: [SayPipe], template: `<h1>{{ 'shell.figures' | say }}</h1>` })
export class FiguresPage {}
